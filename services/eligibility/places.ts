import { part } from './pattern.ts';

/** Places outside the United Kingdom where British-trained teachers often work. */
export const abroad = part`(?:dubai|abu dhabi|uae|emirates|qatar|doha|bahrain|kuwait|oman|saudi(?: arabia)?
  |egypt|cairo|kenya|nairobi|nigeria|lagos|ghana|south africa|singapore|malaysia|kuala lumpur|thailand|bangkok|vietnam
  |hong kong|china|shanghai|beijing|japan|tokyo|korea|india|pakistan|spain|madrid|barcelona|france|paris|germany|berlin
  |italy|rome|milan|switzerland|geneva|zurich|netherlands|belgium|brussels|portugal|lisbon|poland|greece|cyprus|turkey
  |ireland(?<!northern ireland)|dublin|usa|america|canada|toronto|australia|sydney|melbourne|new zealand)`;

/** The parts of the British Isles beyond the reach of England's hubs. */
export const beyondEngland = part`(?:wales|cardiff|swansea|wrexham|scotland|edinburgh|glasgow|aberdeen|dundee|inverness
  |northern ireland|belfast
  |guernsey|jersey(?<!new jersey)|isle of man|llan\w+|aberystwyth|bangor|bridgend|caerphilly|merthyr|stirling|falkirk
  |kilmarnock|londonderry|lisburn)`;
