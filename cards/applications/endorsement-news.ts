import type { Application } from '../../services/applications/application.ts';
import type { ApplicantNews } from '../../services/applications/states.ts';

type Told = { headline: string; paragraphs: string[]; rows: { label: string; value: string }[] };

/**
 * What an applicant is told of their headteacher's answer; undefined for other news, and where it has been overtaken
 * since.
 */
export function endorsementNews(
  news: ApplicantNews,
  { state, endorsement }: Pick<Application, 'state' | 'endorsement'>,
): Told | undefined {
  if (!endorsement) return undefined;
  const by = { label: 'Answered by', value: `${endorsement.name}, ${endorsement.role}` };
  if (news === 'endorsed' && endorsement.kind === 'endorsed' && state === 'with-hub') {
    return {
      headline: 'Your school supports your application',
      paragraphs: ['It is with your hub now. Its leads may ask your school about the answer. You need do nothing.'],
      rows: [by],
    };
  }
  if (news === 'endorsement-refused' && endorsement.kind === 'refused' && state === 'waiting-for-endorsement') {
    return {
      headline: 'Your school has not agreed to your application',
      paragraphs: [
        'It stays with you, waiting, and nothing in it is lost. Talk with your headteacher about what stands in the way. If they change their mind, make them a new link.',
      ],
      rows: [by, ...(endorsement.words ? [{ label: 'What they wrote', value: endorsement.words }] : [])],
    };
  }
  return undefined;
}
