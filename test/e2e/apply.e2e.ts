import type { Stage } from './stage.ts';

/** The main job, from the first question to the hub lead's list, across a power cut. */
export async function apply({ step, open, cutPower }: Stage): Promise<void> {
  const lead = await open('hub-lead');
  const teacher = await open('teacher');

  await step('The teacher is told who runs this and who sees what is typed', async () => {
    await teacher.expectText('Nothing is an application until');
    await teacher.shot('apply-1-welcome');
  });

  await step('A question gets the answer and the section it comes from', async () => {
    await teacher.say('how many days is Year One?');
    await teacher.expectText('7.5 days');
    await teacher.expectText('NCP25-03');
    await teacher.shot('apply-2-answer');
  });

  await step('“Can I apply?” gets a verdict with its reasons', async () => {
    await teacher.say('can I apply? I teach maths at a state secondary academy, I have QTS and 5 years of teaching');
    await teacher.expectText('Yes, you can apply');
    await teacher.shot('apply-3-verdict');
  });

  await step('An application without a work email is stopped, in words, beside the field', async () => {
    await teacher.say('apply');
    await teacher.expectText('Apply to become a Specialist');
    await teacher.choose('Your Maths Hub', 'Demo Maths Hub');
    await teacher.fill('Your role', 'Maths teacher');
    await teacher.fill('Your school', 'Ashdown Academy');
    await teacher.check('Key Stage 3');
    await teacher.check('Key Stage 4');
    await teacher.choose('Do you have qualified teacher status (QTS)?', 'Yes');
    await teacher.fill('When did you start teaching?', '09/2020');
    await teacher.fill('Why are you applying', 'I want my classes to understand, not only to remember.');
    await teacher.fill('Your headteacher’s name', 'Dr Amara Lowe');
    await teacher.check('I am the subject leader');
    await teacher.check('I have read the programme’s information document');
    await teacher.click('Submit my application');
    await teacher.expectText('Enter your work email');
    await teacher.shot('apply-4-validation');
  });

  await step('With the email it is submitted, and the card becomes the confirmation', async () => {
    await teacher.fill('Work email', 'tess.okafor@ashdown.example');
    await teacher.click('Submit my application');
    await teacher.expectText('Your application is with Demo Maths Hub');
    await teacher.shot('apply-5-submitted');
  });

  await step('The hub’s leads channel hears of it', async () => {
    await lead.openChat('Demo Maths Hub - Hub leads');
    await lead.expectText('A new application has arrived');
    await lead.expectText('Tess Okafor');
    await lead.shot('apply-6-leads-channel');
  });

  await step('The power goes, and comes back', cutPower);

  await step('The teacher’s application is still there', async () => {
    await teacher.say('my application');
    await teacher.expectText('Your application is with Demo Maths Hub');
    await teacher.shot('apply-7-my-application');
  });

  await step('The hub lead sees it in the list', async () => {
    await lead.openChat('Personal Chat');
    await lead.say('applications');
    await lead.expectText('Tess Okafor');
    await lead.shot('apply-8-applications');
  });
}
