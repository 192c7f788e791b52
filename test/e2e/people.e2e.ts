import type { Stage } from './stage.ts';

const list = 'name,email,school,central days,school days\nTess Okafor,tess@ashdown.example,Ashdown Academy,2,1.5';

/** A lead brings somebody aboard; they send their code and join what they have; the coordinator merges the hub. */
export async function people({ step, open }: Stage): Promise<void> {
  const lead = await open('hub-lead');
  const teacher = await open('teacher');
  const coordinator = await open('coordinator');

  await step('The lead pastes a list, sees what it would do, and brings a specialist aboard', async () => {
    await lead.say('people');
    await lead.expectText('6 specialists');
    await lead.shot('people-1-list');
    await lead.click('Bring people aboard');
    await lead.fill('Rows copied from a spreadsheet', list);
    await lead.click('Check these rows');
    await lead.expectText('Bring 1 person aboard?');
    await lead.shot('people-2-preview');
    await lead.click('Bring them aboard');
    await lead.expectText('7 specialists');
  });

  let code = '';
  await step('The lead gets a code to forward', async () => {
    await lead.say('people');
    await lead.expectText('7 specialists');
    await lead.click('Codes to forward');
    await lead.expectText('Copy each one’s line');
    await lead.shot('people-3-codes');
    code = await lead.textLike(/[2-9A-Z]{4}-[2-9A-Z]{4}-[2-9A-Z]{4}/);
  });

  await step('Whoever sends the code is that specialist, with their days', async () => {
    await teacher.say(code);
    await teacher.expectText('This account is linked');
    await teacher.say('what next');
    await teacher.expectText('3.5 of 7.5 days');
    await teacher.shot('people-4-claimed');
    await teacher.say('whoami');
    await teacher.expectText('Specialist with Demo Maths Hub');
    await teacher.shot('people-5-whoami');
  });

  await step('The coordinator merges the hub into another, and everybody goes along', async () => {
    await coordinator.say('set up');
    await coordinator.expectText('1 hub');
    await coordinator.clickHidden('Add one hub');
    await coordinator.expectText('Name of the hub');
    await coordinator.fill('Name of the hub', 'GLOW');
    await coordinator.click('Add this hub');
    await coordinator.expectText('2 hubs');
    await coordinator.click('Open Demo Maths Hub');
    await coordinator.expectText('Quota: how many places');
    await coordinator.clickHidden('Merge or close this hub');
    await coordinator.expectText('What is to happen?');
    await coordinator.choose('What is to happen?', 'Merge it into GLOW');
    await coordinator.shot('people-6-merge');
    await coordinator.click('See what that means');
    await coordinator.expectText('Merge Demo Maths Hub into GLOW?');
    await coordinator.click('Merge them');
    await coordinator.expectText('Its people are on their way');
    await teacher.say('whoami');
    await teacher.expectText('Specialist with GLOW');
    await teacher.shot('people-7-merged');
  });
}
