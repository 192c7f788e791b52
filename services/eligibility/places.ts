import { month, season } from './months.ts';
import { part, pattern } from './pattern.ts';

/** The best known of the places outside the United Kingdom where British-trained teachers work. */
export const knownAbroad = part`dubai|abu dhabi|uae|emirates|qatar|doha|bahrain|kuwait|oman|saudi(?: arabia)?|egypt
  |cairo|kenya|nairobi
  |nigeria|lagos|ghana|south africa|singapore|malaysia|kuala lumpur|thailand|bangkok|vietnam|hong kong|china
  |shanghai|beijing|japan|tokyo|korea|india|pakistan|spain|madrid|barcelona|france|paris|germany|berlin|italy
  |rome|milan|switzerland|geneva|zurich|netherlands|belgium|brussels|portugal|lisbon|poland|greece|cyprus|turkey
  |ireland(?<!northern ireland)|dublin|cork(?! street)|galway|limerick|jamaica|zimbabwe|uganda|tanzania|zambia
  |sri lanka|bangladesh|indonesia|bali|philippines|taiwan|austria|vienna|denmark|sweden|norway|finland|czech
  |prague|romania|bulgaria|russia|moscow|mexico|brazil|argentina|chile|peru|malta|tenerife|usa|america|canada
  |toronto|australia|sydney|melbourne|new zealand`;
const moreAbroad = part`auckland|brisbane|vancouver|new york|california|florida|texas|bermuda|cayman|bahamas|barbados
  |trinidad|guyana
  |colombia|bogota|ecuador|costa rica|panama|gibraltar|majorca|mallorca|ibiza|luxembourg|monaco|amsterdam
  |rotterdam|the hague|munich|frankfurt|warsaw|krakow|budapest|hungary|slovakia|slovenia|croatia|serbia|ukraine
  |athens|istanbul|ankara|stockholm|oslo|copenhagen|helsinki|iceland|amman|lebanon|beirut|israel|riyadh|jeddah
  |muscat|sharjah|ajman|hanoi|saigon|ho chi minh|cambodia|laos|myanmar|seoul|osaka|macau|guangzhou|shenzhen
  |jakarta|manila|delhi|mumbai|karachi|lahore|islamabad|nepal|kathmandu|colombo|accra|abuja|lusaka|harare
  |kampala|ethiopia|rwanda|malawi|botswana|namibia|mauritius|seychelles|morocco|tunisia|algeria|cape town
  |johannesburg`;
/** The best known parts of the British Isles beyond the reach of England's hubs. */
export const knownBeyondEngland = part`wales|cardiff|swansea|wrexham|scotland|edinburgh|glasgow|aberdeen|dundee
  |inverness|northern ireland|belfast
  |guernsey|jersey(?<!new jersey)|isle of man|llan\w+|aberystwyth|bangor|bridgend|caerphilly|merthyr|stirling
  |falkirk|kilmarnock|londonderry|lisburn`;
const moreBeyondEngland = part`dumfries|fife|elgin|neath|(?:in|near|from) (?:paisley|livingston|tyrone|galloway)
  |kirkcaldy|dunfermline|greenock|motherwell|ayr|ayrshire|oban
  |fort william|galashiels|hawick|arbroath|peterhead|airdrie|coatbridge|cumbernauld|east kilbride|orkney
  |shetland|lerwick|stornoway|isle of skye|hebrides|lanarkshire|aberdeenshire|renfrewshire|lothian
  |perthshire|argyll|port talbot|pontypridd|pontypool|cwmbran|rhyl|rhondda|carmarthen\w*|pembrokeshire
  |haverfordwest|milford haven|brecon|powys|gwynedd|anglesey|conwy|colwyn bay|flintshire|denbighshire|ceredigion
  |monmouth\w*|abergavenny|ebbw vale|tredegar|holyhead|caernarfon|penarth|newry|armagh|omagh|ballymena|antrim
  |coleraine|enniskillen|craigavon|fermanagh`;
/** Places that no slip is taken for: too many words are like them. */
export const lesserKnown = `${moreAbroad}|${moreBeyondEngland}`;

/** Places outside the United Kingdom. */
export const abroad = `(?:${knownAbroad}|${moreAbroad})`;
/** The parts of the British Isles beyond the reach of England's hubs. */
export const beyondEngland = `(?:${knownBeyondEngland}|${moreBeyondEngland})`;

export const inEngland = /\b(?:here|in (?:england|britain|the uk|this country))\b/;
/** A place that may be anywhere: words after "in" that are no kind of school, work or time. */
const somewhere = pattern`\b(?:back home|home country|in (?!(?:an?|another|the|my|our|his|her|this|that|those|various
  |different|both|each|it|all|total|one|two|primary
  |primaries
  |secondary|secondaries|state|private|independent
  |schools?|teaching|maths|post|industry|comps?|fe|sixth|academ\w+|special|someday|${month}|${season})\b)[a-z]{3,})\b`;

/** What schools are called in England, wherever there they are. */
const englishSchool = /\b(?:state(?:[- ]funded)? (?:secondary|school)|academy|comp|comprehensive|ofsted)\b/;
const farAway = pattern`\b(?:${abroad}|${beyondEngland})\b`;

/** "Four years in Lusaka", beside "one year here": nobody can tell which country that is. */
export const isFarAway = (clause: string) =>
  somewhere.test(clause) && !inEngland.test(clause) && (!englishSchool.test(clause) || farAway.test(clause));
