import type { Button } from '../actions.ts';

/** How leads take their hub's applications with them as a file. */
export const exportButtons = (_hub: { hubId: string }): Button[] => [];
