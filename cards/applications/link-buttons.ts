import type { Button } from '../actions.ts';
import type { OwnShown } from './application-status.ts';

/** The buttons that get an applicant the link for their headteacher. */
export const linkButtons = (_own: OwnShown): Button[] => [];
