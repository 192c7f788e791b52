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

  await step('A step without a work email is not passed, and says so beside the field', async () => {
    await teacher.say('apply');
    await teacher.expectText('Step 1 of 3');
    // Teams knows an address; without one nothing goes on.
    await teacher.expectValue('Work email', /@/);
    await teacher.fill('Work email', '');
    await teacher.fill('Your role', 'Maths teacher');
    await teacher.check('Key Stage 3');
    await teacher.check('Key Stage 4');
    await teacher.choose('Do you have qualified teacher status (QTS)?', 'Yes');
    await teacher.fill('When did you start teaching?', '09/2020');
    await teacher.click('Save and next');
    await teacher.expectText('Enter your work email');
    await teacher.shot('apply-4-validation');
    await teacher.fill('Work email', 'tess.okafor@ashdown.example');
    await teacher.click('Save and next');
  });

  await step('The school is found by its name, also with a slip, and brings its headteacher', async () => {
    await teacher.expectText('Step 2 of 3');
    await teacher.fill('Find your school', 'ashdwn academy');
    await teacher.click('Find school');
    await teacher.expectText('Which of these is your school?');
    await teacher.choose('Which of these is your school?', 'Ashdown Academy, Demoford, ZZ1 1AA');
    await teacher.shot('apply-5-school');
    await teacher.click('Save and next');
    await teacher.expectText('Step 3 of 3');
  });

  await step('The school’s local authority says which hub covers it', async () => {
    await teacher.click('Save and go back');
    await teacher.expectText('Your school is in Demoshire, covered by Demo Maths Hub.');
    await teacher.shot('apply-5b-hub');
    await teacher.click('Save and next');
    await teacher.expectText('Step 3 of 3');
  });

  await step('The power goes, and comes back', cutPower);

  await step('The teacher goes on where they stopped, and sends a long answer as a message', async () => {
    await teacher.say('resume application');
    await teacher.expectText('Step 3 of 3');
    await teacher.click('Type it as a message instead');
    await teacher.expectText('Send me your answer as a message');
    await teacher.say('I want my classes to understand, not only to remember.');
    await teacher.expectText('Is this why you apply?');
    await teacher.click('Use this');
    await teacher.expectText('Step 3 of 3');
    await teacher.check('I am the subject leader');
    await teacher.check('I have read the programme’s information document');
    await teacher.click('Save and next');
  });

  await step('All of it is shown before it is sent, and the card becomes the confirmation', async () => {
    await teacher.expectText('Check your application and send it');
    await teacher.expectText('Mrs Judith Fenwick');
    await teacher.shot('apply-6-summary');
    await teacher.click('Submit my application');
    await teacher.expectText('Your application waits for your headteacher');
    await teacher.shot('apply-7-submitted');
  });

  await step('The power goes and comes back once more', cutPower);

  await step('The teacher’s application is still there', async () => {
    await teacher.say('my application');
    await teacher.expectText('Your application waits for your headteacher');
    await teacher.shot('apply-8-my-application');
  });

  await step('The hub lead sees it in the list', async () => {
    await lead.say('applications');
    await lead.expectText('Tess Okafor');
    await lead.shot('apply-9-applications');
  });
  await step('A lead reads it, and records that the school agreed by telephone', async () => {
    await lead.click('Read Tess Okafor');
    await lead.expectText('Application · Answers');
    await lead.click('Check and school');
    await lead.expectText('Application · Check and school');
    await lead.shot('apply-10-check');
    await lead.click('Record an endorsement');
    await lead.fill('Who agreed?', 'Mrs Judith Fenwick');
    await lead.fill('Their role at the school', 'Headteacher');
    await lead.fill('How did it come?', 'By telephone.');
    await lead.click('Record it');
    await lead.expectText('Endorsed, recorded by a lead');
  });

  await step('The lead offers a place, after being asked once more', async () => {
    await lead.say('applications');
    await lead.expectText('With the hub: 1 application');
    await lead.click('Read Tess Okafor');
    await lead.click('Decide');
    await lead.shot('apply-11-decide');
    await lead.click('Offer a place');
    await lead.click('Offer the place now');
    await lead.expectText('The place is offered');
    await lead.shot('apply-12-offered');
  });

  await step('The teacher reads the offer, and accepts it', async () => {
    await teacher.say('my application');
    await teacher.expectText('Demo Maths Hub offers you a place');
    await teacher.expectText('Answer by');
    await teacher.shot('apply-13-offer');
    await teacher.click('Accept your place');
    await teacher.expectText('You have accepted your place');
    await teacher.shot('apply-14-accepted');
  });

  await step('The lead sees the place taken', async () => {
    await lead.say('applications');
    await lead.expectText('1 of 6 places are offered or accepted');
    await lead.shot('apply-15-taken');
  });
}
