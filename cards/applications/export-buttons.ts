import { type Button, button } from '../actions.ts';

/** How leads take their hub's applications with them as a file. */
export const exportButtons = ({ hubId, cohort }: { hubId: string; cohort: string }): Button[] => [
  button('applications.export', { hubId, cohort, format: 'xlsx' }, { title: 'Download for Excel', overflow: true }),
  button('applications.export', { hubId, cohort, format: 'csv' }, { title: 'Download as CSV', overflow: true }),
];
