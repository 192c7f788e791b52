import { button } from '../../cards/actions.ts';
import { downloadLink } from '../../cards/exports/download-link.ts';
import { linkMinutes, makeExport } from '../../services/exports/export-link.ts';
import type { ActionHandlers } from './index.ts';

const formatWords = { xlsx: 'as an Excel workbook', csv: 'as a CSV file' };

export const exportsApplications: Pick<ActionHandlers, 'applications.export'> = {
  'applications.export': async (input, { deps, actor, account, publicUrl, programme }) => {
    const { hubId, format, cohort = programme.cohort } = input;
    const result = await makeExport(deps, actor, { account, what: { kind: 'applications', hubId, cohort, format } });
    if (result.kind === 'denied') return { say: 'Only the leads of this hub can download its applications.' };
    const what = `Your hub’s applications for Cohort ${cohort}, with names, ${formatWords[format]}`;
    const back = button('applications.list', { hubId, cohort }, { title: 'Back to all applications' });
    return {
      card: downloadLink({ what, url: `${publicUrl}/exports/${result.token}`, minutes: linkMinutes, back }),
    };
  },
};
