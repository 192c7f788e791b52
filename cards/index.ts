import { applicationForSomebody } from './applications/application-form.ts';
import { applicationNews } from './applications/application-news.ts';
import { applicationStatus } from './applications/application-status.ts';
import { applicationView } from './applications/application-view.ts';
import { applicationsList } from './applications/applications-list.ts';
import { confirmTurnDown, confirmWithdraw } from './applications/confirm-move.ts';
import { decideCard } from './applications/decide.ts';
import { decideSaved, decideSettings } from './applications/decide-settings.ts';
import { decisionDone } from './applications/decision-done.ts';
import { decisionForm } from './applications/decision-form.ts';
import { decisionsLeft } from './applications/decisions-left.ts';
import { decisionsReleased } from './applications/decisions-released.ts';
import { applicationsDigest } from './applications/digest.ts';
import { draftDeletion } from './applications/draft-deletion.ts';
import { draftKept, whyAwaited, whyHeard } from './applications/draft-pages.ts';
import { draftReminder } from './applications/draft-reminder.ts';
import { endorsementCard } from './applications/endorsement-card.ts';
import { endorsementForm } from './applications/endorsement-form.ts';
import { linkCard } from './applications/link-card.ts';
import { noApplication } from './applications/no-application.ts';
import { noHubOpen } from './applications/no-hub-open.ts';
import { noteForm } from './applications/note-form.ts';
import { applicantCode, appliedForSomebody, doneForYou, somebodyForm } from './applications/on-behalf.ts';
import { opinionForm } from './applications/opinion-form.ts';
import { applicationsOverview } from './applications/overview.ts';
import { placeLeft } from './applications/place-left.ts';
import { applicationReminder } from './applications/reminders.ts';
import { reserveList } from './applications/reserve-list.ts';
import { stagedList } from './applications/staged-list.ts';
import { stagedRelease } from './applications/staged-release.ts';
import { stepSchool } from './applications/step-school.ts';
import { stepWhy } from './applications/step-why.ts';
import { stepYou } from './applications/step-you.ts';
import { summary } from './applications/summary.ts';
import type { Card } from './card.ts';
import { channelDone, channelLink, channelRoster } from './channels/channel-link.ts';
import { channelLost, channelRenamed } from './channels/channel-news.ts';
import { eligibilityForm } from './eligibility/eligibility-form.ts';
import { eligibilityQuestion } from './eligibility/eligibility-question.ts';
import { forgotten } from './eligibility/forgotten.ts';
import { verdict } from './eligibility/verdict.ts';
import { downloadLink } from './exports/download-link.ts';
import { help } from './help/help.ts';
import { nextCard } from './help/next.ts';
import { welcome } from './help/welcome.ts';
import { askForm, noLeads } from './hub-questions/ask-form.ts';
import { hubAnswerForm } from './hub-questions/hub-answer-form.ts';
import {
  hubAnswer,
  hubAnswerKept,
  hubAnswerLeft,
  hubAnswerRemoval,
  hubAnswersList,
} from './hub-questions/hub-answers.ts';
import { answerForm, leadsQuestion, questionGone } from './hub-questions/leads-question.ts';
import { leadsQuestions } from './hub-questions/leads-questions.ts';
import { myQuestions, ownQuestion, questionTakenBack } from './hub-questions/own-question.ts';
import { whichHub } from './hub-questions/which-hub.ts';
import { insightsCard } from './learning/insights.ts';
import { thanks } from './learning/judge.ts';
import { unansweredCard } from './learning/unanswered.ts';
import { notice } from './notice.ts';
import { aboutHub } from './people/about-hub.ts';
import { aboutYourData } from './people/about-your-data.ts';
import { accountAdded, accountCode, accountLinked, accountsCard, mergePreviewCard } from './people/accounts.ts';
import { chooseHub } from './people/choose-hub.ts';
import { claimCode, claimCodes } from './people/claim-code.ts';
import { hubContacts } from './people/hub-contacts.ts';
import { hubTextsForm } from './people/hub-texts.ts';
import { importForm } from './people/import-form.ts';
import { fileHub, fileProblems, importPreview } from './people/import-preview.ts';
import { leadCode } from './people/lead-code.ts';
import { leadsCard } from './people/leads.ts';
import { moveApplicationForm, movedHub, movePersonForm, personMoved } from './people/move-hub.ts';
import { schoolForm, schoolOfForm, schoolSaved } from './people/school.ts';
import { specialistCard } from './people/specialist.ts';
import { specialistsCard } from './people/specialists.ts';
import { unreachedCard } from './people/unreached.ts';
import { unreachedMessageCard } from './people/unreached-message.ts';
import { whoami } from './people/whoami.ts';
import { answer, answers, didYouMean, noAnswer, notInTheDocument } from './questions/answer.ts';
import { notHereYet } from './questions/not-here-yet.ts';
import { checklist } from './set-up/checklist.ts';
import { cohortForm, cohortPreview } from './set-up/cohort-form.ts';
import { closedHubs, endHubForm, endHubPreview } from './set-up/end-hub.ts';
import { hubForm } from './set-up/hub-form.ts';
import { hubImport, hubPreview } from './set-up/hub-import.ts';
import { hubOpenAgain } from './set-up/hub-open-again.ts';
import { tenantsCard } from './set-up/tenants.ts';

/** Every card by name, for the preview and for the tests that hold all of them to the same rules. */
export const cards: Record<string, { sample(): Card }> = {
  welcome,
  help,
  nextCard,
  answer,
  answers,
  didYouMean,
  notHereYet,
  aboutYourData,
  eligibilityQuestion,
  forgotten,
  notInTheDocument,
  noAnswer,
  eligibilityForm,
  verdict,
  noApplication,
  noHubOpen,
  stepYou,
  stepSchool,
  stepWhy,
  summary,
  draftKept,
  draftDeletion,
  whyAwaited,
  whyHeard,
  confirmTurnDown,
  confirmWithdraw,
  somebodyForm,
  applicationForSomebody,
  appliedForSomebody,
  doneForYou,
  applicantCode,
  applicationStatus,
  applicationNews,
  linkCard,
  endorsementCard,
  endorsementForm,
  applicationsList,
  applicationView: applicationView.answers,
  applicationCheck: applicationView.check,
  applicationNotes: applicationView.notes,
  applicationHistory: applicationView.history,
  noteForm,
  opinionForm,
  decideCard,
  decisionForm,
  decisionsLeft,
  placeLeft,
  decisionsReleased,
  decisionDone,
  stagedList,
  stagedRelease,
  reserveList,
  decideSettings,
  decideSaved,
  applicationReminder,
  draftReminder,
  applicationsDigest,
  applicationsOverview,
  hubContacts,
  aboutHub,
  hubTextsForm,
  askForm,
  noLeads,
  whichHub,
  ownQuestion,
  questionTakenBack,
  myQuestions,
  leadsQuestion,
  answerForm,
  questionGone,
  leadsQuestions,
  hubAnswer,
  hubAnswerForm,
  hubAnswerKept,
  hubAnswerLeft,
  hubAnswersList,
  hubAnswerRemoval,
  unreachedCard,
  unreachedMessageCard,
  whoami,
  leadsCard,
  leadCode,
  specialistsCard,
  specialistCard,
  claimCode,
  claimCodes,
  importForm,
  importPreview,
  fileProblems,
  fileHub,
  accountsCard,
  accountAdded,
  accountCode,
  accountLinked,
  mergePreviewCard,
  movePersonForm,
  personMoved,
  movedHub,
  moveApplicationForm,
  schoolForm,
  schoolOfForm,
  schoolSaved,
  endHubForm,
  hubOpenAgain,
  endHubPreview,
  closedHubs,
  chooseHub,
  channelLink,
  channelRoster,
  channelDone,
  channelLost,
  channelRenamed,
  thanks,
  insightsCard,
  unansweredCard,
  downloadLink,
  checklist,
  cohortForm,
  cohortPreview,
  hubForm,
  hubImport,
  hubPreview,
  tenantsCard,
  notice,
};
