import type { Application } from '../../services/applications/application.ts';
import type { School } from '../../services/schools/school.ts';
import type { Button } from '../actions.ts';

/** An application's endorsement as label and value rows for leads, beside what the register says of the school. */
export const endorsementRows = (
  _application: Pick<Application, 'endorsement'>,
  _school: Pick<School, 'head' | 'website'> | undefined,
): { label: string; value: string }[] => [];

type Endorsed = Pick<Application, 'state' | 'endorsement'>;

/** What a lead can do about an endorsement now. */
export const endorsementButtons = (_about: { hubId: string; applicationId: string } & Endorsed): Button[] => [];
