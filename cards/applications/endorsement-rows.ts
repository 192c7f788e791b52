import type { Application } from '../../services/applications/application.ts';
import type { School } from '../../services/schools/school.ts';
import type { Button } from '../actions.ts';

/** How an application is endorsed, for leads. */
export const endorsementRows = (
  _application: Application,
  _school: School | undefined,
): { label: string; value: string }[] => [];

/** What leads can do about an endorsement. */
export const endorsementButtons = (_about: {
  hubId: string;
  applicationId: string;
  application: Application;
}): Button[] => [];
