import { month, season } from './months.ts';
import { part, pattern } from './pattern.ts';

/** Places outside the United Kingdom where British-trained teachers often work. */
export const abroad = part`(?:dubai|abu dhabi|uae|emirates|qatar|doha|bahrain|kuwait|oman|saudi(?: arabia)?
  |egypt|cairo|kenya|nairobi|nigeria|lagos|ghana|south africa|singapore|malaysia|kuala lumpur|thailand|bangkok|vietnam
  |hong kong|china|shanghai|beijing|japan|tokyo|korea|india|pakistan|spain|madrid|barcelona|france|paris|germany|berlin
  |italy|rome|milan|switzerland|geneva|zurich|netherlands|belgium|brussels|portugal|lisbon|poland|greece|cyprus|turkey
  |ireland(?<!northern ireland)|dublin|cork(?! street)|galway|limerick|jamaica|zimbabwe|uganda|tanzania|zambia|sri lanka
  |bangladesh|indonesia|bali|philippines|taiwan|austria|vienna|denmark|sweden|norway|finland|czech|prague|romania
  |bulgaria
  |russia|moscow|mexico|brazil|argentina|chile|peru|malta|tenerife|usa|america|canada|toronto|australia|sydney|melbourne
  |new zealand)`;

/** The parts of the British Isles beyond the reach of England's hubs. */
export const beyondEngland = part`(?:wales|cardiff|swansea|wrexham|scotland|edinburgh|glasgow|aberdeen|dundee|inverness
  |northern ireland|belfast
  |guernsey|jersey(?<!new jersey)|isle of man|llan\w+|aberystwyth|bangor|bridgend|caerphilly|merthyr|stirling|falkirk
  |kilmarnock|londonderry|lisburn)`;

export const inEngland = /\b(?:here|in (?:england|britain|the uk|this country))\b/;
/** A place that may be anywhere: words after "in" that are no kind of school, work or time. */
const somewhere = pattern`\b(?:back home|home country|in (?!(?:an?|the|my|our|this|that|it|all|total|one|two|primary
  |primaries
  |secondary|secondaries|state|private|independent
  |schools?|teaching|maths|post|industry|comps?|fe|sixth|academ\w+|special|someday|${month}|${season})\b)[a-z]{3,})\b`;

/** "Four years in Lusaka", beside "one year here": nobody can tell which country that is. */
export const isFarAway = (clause: string) => somewhere.test(clause) && !inEngland.test(clause);
