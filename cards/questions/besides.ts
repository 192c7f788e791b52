import { type Button, button } from '../actions.ts';

const buttons: Record<string, Button> = {
  apply: button('application.open', {}, { title: 'Start an application' }),
  resume_application: button('application.open', {}, { title: 'Go on with my application' }),
  application_status: button('application.show', {}, { title: 'My application' }),
  what_next: button('next.open', {}, { title: 'What next' }),
  my_progress: button('next.open', {}, { title: 'What next' }),
  human: button('hubs.contacts', {}, { title: 'Reach a person' }),
  help: button('help.open', {}, { title: 'What I can do' }),
};

/** The button for what somebody asks for beside a question: an id of `intents.json`. None where there is no such button. */
export function besidesButton(intent: string | undefined): Button[] {
  const found = intent === undefined ? undefined : buttons[intent];
  return found ? [found] : [];
}
