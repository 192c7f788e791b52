import type { Stage } from './stage.ts';

/** What the bot does not know goes to the hub and comes back, and the next teacher reads the hub's own answer. */
export async function ask({ step, open }: Stage): Promise<void> {
  const lead = await open('hub-lead');
  const teacher = await open('teacher');

  await step('A teacher tells a part, and one press tells the rest', async () => {
    await teacher.say('can i apply? i teach maths at a state secondary, 6 years');
    await teacher.expectText('Do you have QTS');
    await teacher.shot('ask-1-one-more-thing');
    await teacher.click('Yes');
    await teacher.expectText('Yes, you can apply');
    await teacher.shot('ask-2-verdict');
  });

  await step('Two questions at once get both answers', async () => {
    await teacher.say('how long is the programme? and do I have to become an LLME?');
    await teacher.expectText('Both answers');
    await teacher.shot('ask-3-both');
  });

  await step('What the document does not say, it says so and offers the hub', async () => {
    await teacher.say('is the launch event in person or online?');
    await teacher.expectText('The document does not say');
    await teacher.shot('ask-4-not-said');
  });

  await step('One tap and a choice of hub send the question', async () => {
    await teacher.click('Ask my hub');
    await teacher.expectText('Which is your Maths Hub');
    await teacher.shot('ask-5-which-hub');
    await teacher.choose('Your Maths Hub', 'Demo Maths Hub');
    await teacher.click('Ask this hub');
    await teacher.expectText('Your question is with Demo Maths Hub');
    await teacher.shot('ask-6-sent');
  });

  await step('It stands in the leads’ channel, and a lead answers it there', async () => {
    await lead.openChat('Demo Maths Hub - Hub leads');
    await lead.expectText('A teacher asks your hub');
    await lead.shot('ask-7-leads-channel');
    await lead.click('Answer this question');
    await lead.expectText('Your hub’s answer');
    await lead.fill('Your hub’s answer', 'In person, in the autumn term. We send the place to your school.');
    await lead.shot('ask-8-answer-form');
    await lead.click('Send the answer');
    await lead.expectText('This question is answered');
    await lead.shot('ask-9-answered');
  });

  await step('The teacher reads the answer as the hub’s', async () => {
    await teacher.expectText('Demo Maths Hub answered your question');
    await teacher.shot('ask-10-answer-arrives');
  });

  await step('The lead lets the hub use the answer from now on', async () => {
    await lead.click('Use this for our hub from now on');
    await lead.expectText('Reword both');
    await lead.shot('ask-11-reword');
    await lead.click('Use this from now on');
    await lead.expectText('now');
    await lead.shot('ask-12-kept');
  });

  await step('Whoever asks the same gets the hub’s answer, shown as the hub’s', async () => {
    await teacher.say('launch online or in person?');
    await teacher.expectText('Demo Maths Hub says');
    await teacher.shot('ask-13-hub-answer');
  });

  await step('The lead sees what people ask', async () => {
    await lead.openChat('Personal Chat');
    await lead.say('what people ask');
    await lead.expectText('asked');
    await lead.shot('ask-14-insights');
  });
}
