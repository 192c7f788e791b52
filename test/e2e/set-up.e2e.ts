import type { Stage } from './stage.ts';

/** A coordinator adds hubs and makes a code; a specialist becomes lead by it; the lead links a channel. */
export async function setUp({ step, open }: Stage): Promise<void> {
  const coordinator = await open('coordinator');
  const lead = await open('hub-lead');
  const specialist = await open('specialist');

  await step('The coordinator adds the hubs that come with the bot', async () => {
    await coordinator.say('set up');
    await coordinator.expectText('1 hub');
    await coordinator.click('Add hubs');
    await coordinator.expectText('One hub a row');
    await coordinator.click('Use the list that comes with me');
    await coordinator.expectValue('One hub a row', /Yorkshire Ridings/);
    await coordinator.shot('set-up-1-import');
    await coordinator.click('Check these rows');
    await coordinator.expectText('Add these 33 hubs?');
    await coordinator.click('Add them');
    await coordinator.expectText('33 added.');
    await coordinator.shot('set-up-2-checklist');
  });

  await step('A hub gets its dates and quota', async () => {
    await coordinator.click('Open Abacus NW');
    await coordinator.fill('Applications open on', '2026-09-01');
    await coordinator.fill('Applications close on', '2027-08-31');
    await coordinator.fill('Quota', '25');
    await coordinator.shot('set-up-3-hub');
    await coordinator.click('Save this hub');
    await coordinator.expectText('Abacus NW is saved.');
  });

  let code = '';
  await step('The lead of the demo hub makes a code for a new lead', async () => {
    await lead.say('leads');
    await lead.expectText('One lead');
    await lead.click('Make a code for a new lead');
    await lead.expectText('A code for one new lead');
    await lead.shot('set-up-4-code');
    code = await lead.textLike(/[2-9A-Z]{4}-[2-9A-Z]{4}-[2-9A-Z]{4}/);
  });

  await step('Whoever sends the code leads the hub', async () => {
    await specialist.say(code);
    await specialist.expectText('You lead Demo Maths Hub');
    await specialist.shot('set-up-5-lead');
  });

  await step('The lead links a channel of the team, after seeing who is in it', async () => {
    await lead.openChat('Demo Maths Hub - General');
    await lead.mention('link');
    await lead.expectText('cohort’s channel of Demo Maths Hub');
    await lead.click('Link it for the leads');
    await lead.expectText('Not everybody here leads your hub');
    await lead.shot('set-up-6-roster');
    await lead.click('Back');
    await lead.click('Link it for the cohort');
    await lead.expectText('This is now the cohort’s channel');
  });
}
