import { applicationArrived } from './applications/application-arrived.ts';
import { applicationForm } from './applications/application-form.ts';
import { applicationStatus } from './applications/application-status.ts';
import { applicationView } from './applications/application-view.ts';
import { applicationsList } from './applications/applications-list.ts';
import { applicationCounts } from './applications/counts.ts';
import { noApplication } from './applications/no-application.ts';
import { noHubOpen } from './applications/no-hub-open.ts';
import type { Card } from './card.ts';
import { channelDone, channelLink, channelLost, channelRoster } from './channels/channel-link.ts';
import { eligibilityForm } from './eligibility/eligibility-form.ts';
import { verdict } from './eligibility/verdict.ts';
import { help } from './help/help.ts';
import { welcome } from './help/welcome.ts';
import { notice } from './notice.ts';
import { accountCode, accountLinked, linkAccountCard } from './people/accounts.ts';
import { chooseHub } from './people/choose-hub.ts';
import { hubContacts } from './people/hub-contacts.ts';
import { leadCode } from './people/lead-code.ts';
import { leadsCard } from './people/leads.ts';
import { whoami } from './people/whoami.ts';
import { answer, noAnswer, notInTheDocument } from './questions/answer.ts';
import { checklist } from './set-up/checklist.ts';
import { hubForm } from './set-up/hub-form.ts';
import { hubImport, hubPreview } from './set-up/hub-import.ts';
import { tenantsCard } from './set-up/tenants.ts';

/** Every card by name, for the preview and for the tests that hold all of them to the same rules. */
export const cards: Record<string, { sample(): Card }> = {
  welcome,
  help,
  answer,
  notInTheDocument,
  noAnswer,
  eligibilityForm,
  verdict,
  noApplication,
  noHubOpen,
  applicationForm,
  applicationStatus,
  applicationArrived,
  applicationsList,
  applicationView,
  applicationCounts,
  hubContacts,
  whoami,
  leadsCard,
  leadCode,
  linkAccountCard,
  accountCode,
  accountLinked,
  chooseHub,
  channelLink,
  channelRoster,
  channelDone,
  channelLost,
  checklist,
  hubForm,
  hubImport,
  hubPreview,
  tenantsCard,
  notice,
};
