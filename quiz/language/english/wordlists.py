"""Closed lists of English words: what kinds of thing nouns name."""

from enum import StrEnum


class Kind(StrEnum):
    """What an answer is."""

    PERSON = "person"
    COUNTRY = "country"
    CITY = "city"
    PLACE = "place"
    BODY = "body"
    PEOPLE = "people"  # a nationality, a language, a faith
    WORK = "work"
    EVENT = "event"
    THING = "thing"
    NUMBER = "number"
    DATE = "date"


def words(text: str) -> frozenset[str]:
    return frozenset(text.split())


LISTED = """
Albania, Algeria, Angola, Argentina, Armenia, Australia, Austria, Azerbaijan, Belarus,
Belgium, Bolivia, Bosnia, Botswana, Brazil, Britain, Bulgaria, Cameroon, Canada, Chad,
Chile, China, Colombia, Costa Rica, Croatia, Cuba, Czechoslovakia, Denmark, Ecuador,
Egypt, England, Estonia, Ethiopia, Finland, Georgia, Germany, Ghana, Great Britain,
Greece, Guatemala, Haiti, Honduras, Iceland, India, Indonesia, Iran, Iraq, Ireland,
Israel, Italy, Jamaica, Japan, Kazakhstan, Kenya, Kuwait, Laos, Latvia, Lebanon,
Liberia, Libya, Lithuania, Madagascar, Malaysia, Mali, Malta, Mexico, Mongolia, Morocco,
Mozambique, Namibia, Nepal, Netherlands, New Zealand, Nicaragua, Nigeria, North Korea,
Oman, Pakistan, Panama, Paraguay, Peru, Philippines, Poland, Portugal, Prussia, Romania,
Russia, Rwanda, Saudi Arabia, Scotland, Senegal, Serbia, Singapore, Slovenia, Somalia,
South Africa, South Korea, Soviet Union, Spain, Sri Lanka, Sweden, Switzerland, Syria,
Taiwan, Tanzania, Thailand, Tunisia, Turkey, U.S., UK, US, USA, Uganda, United Arab
Emirates, United Kingdom, United States, Uruguay, Venezuela, Vietnam, Wales, Yemen,
Zambia, Zimbabwe\n, \nAfghanistan, \nBangladesh, \nCambodia, \nCyprus, \nFrance,
\nHungary, \nJordan, \nLuxembourg, \nMyanmar, \nNorway, \nQatar, \nSlovakia, \nSudan,
\nUkraine, \nUzbekistan
"""
COUNTRIES = frozenset(" ".join(name.split()) for name in LISTED.split(","))
PERSON_NOUNS = words(
    """
person people man men woman women child children boy girl farmer merchant lawyer judge
engineer scientist chemist physicist astronomer biologist historian scholar professor
teacher student pupil doctor surgeon nurse dentist artist painter sculptor architect
writer author poet novelist playwright composer musician singer actor actress director
player king queen emperor empress prince princess duke duchess lord knight bishop priest
monk nun pope saint president minister chancellor mayor governor senator ambassador
general admiral colonel captain soldier sailor officer chairman chairwoman chair chief
founder leader head manager owner worker employee miner driver pilot explorer traveller
traveler inventor pioneer collector dealer trader caretaker apprentice visitor ringer
borrower saver applicant landlord tenant economist philosopher critic journalist editor
publisher photographer grandfather grandmother father mother son daughter brother sister
husband wife uncle aunt cousin successor predecessor champion opponent supporter expert
researcher witness survivor diver crew fisherman shepherd blacksmith carpenter weaver
baker brewer butcher tailor naturalist botanist geologist mathematician psychologist
linguist translator mayoress hero heroine villain citizen resident inhabitant settler
immigrant refugee member volunteer secretary treasurer spokesman spokeswoman spokesperson
commissioner councillor councilor curator librarian archaeologist antiquary antiquarian
banker investor entrepreneur businessman businesswoman executive warrior fighter rebel
striker midfielder defender goalkeeper winger substitute referee firefighter guard
conductor dancer comedian presenter anatomist philanthropist inspector officer
family team engineers ministers chemists scholars farmers troops shogun samurai cadet
troop crew
shopkeeper passenger victim rescuer skier carter settler customer consumer voter hunter user
reader viewer listener lender taxpayer commuter tourist pilgrim prisoner patient parent
motorist cyclist protester demonstrator analyst shareholder investor supplier guest adult
teenager baby tenant landlord neighbour neighbor monk noble nobleman peasant slave serf
sultan king caliph tsar khan lama rabbi imam colonist trader smuggler pirate sailor whaler
sheriff constable detective clerk accountant cashier janitor gardener cook chef waiter
maid butler servant postman sister fiancé fiancée lover wife nephew niece twin orphan heir
spy agent diplomat envoy consul viceroy regent dictator marshal lieutenant sergeant corporal
private medic nurse midwife chemist pharmacist vet breeder trainer jockey umpire
opener bowler batsman keeper prophet
crowd staff crews teenager pensioner commuter walker climber runner swimmer rower
"""
)
BODY_NOUNS = {
    "agency": "agency", "academy": "academy", "army": "army", "association": "association",
    "bank": "bank", "board": "board", "bureau": "body", "cabinet": "body",
    "church": "church", "club": "club", "college": "college", "commission": "commission",
    "committee": "committee", "company": "company", "congress": "body",
    "corporation": "company", "council": "council", "court": "court",
    "department": "department", "federation": "federation", "foundation": "foundation",
    "foundry": "foundry", "fund": "fund", "group": "group", "hospital": "hospital",
    "inc": "company", "institute": "institute", "institution": "institution",
    "laboratory": "laboratory", "league": "league", "library": "library",
    "ltd": "company", "ministry": "ministry", "museum": "museum", "navy": "navy",
    "office": "office", "organisation": "organisation", "organization": "organization",
    "orchestra": "orchestra", "parliament": "parliament", "party": "party",
    "press": "publisher", "school": "school", "senate": "body", "society": "society",
    "tribunal": "tribunal", "trust": "trust", "union": "body", "university": "university",
    "authority": "authority", "alliance": "alliance", "observatory": "observatory",
    "team": "team", "theatre": "theatre", "theater": "theater", "gallery": "gallery",
}  # fmt: skip
PLACE_NOUNS = {
    "volcano": "volcano", "glacier": "glacier", "reef": "reef", "crater": "crater",
    "waterfall": "waterfall", "oasis": "oasis", "plateau": "plateau", "cave": "cave",
    "river": "river", "lake": "lake", "sea": "sea", "ocean": "ocean", "island": "island",
    "isle": "island", "islands": "islands", "mountain": "mountain", "mount": "mountain",
    "mountains": "mountains", "valley": "valley", "desert": "desert", "bay": "bay",
    "castle": "castle", "palace": "palace", "park": "park", "bridge": "bridge",
    "street": "street", "square": "square", "station": "station", "airport": "airport",
    "harbour": "harbour", "harbor": "harbor", "port": "port", "canal": "canal",
    "county": "county", "province": "province", "state": "state", "city": "city",
    "town": "town", "village": "village", "cathedral": "cathedral", "abbey": "abbey",
    "minster": "minster", "temple": "temple", "stadium": "stadium", "forest": "forest",
    "peninsula": "peninsula", "coast": "coast", "cape": "cape", "centre": "centre",
    "center": "center", "tower": "tower", "falls": "falls", "strait": "strait",
}  # fmt: skip
TITLES = words(
    """
Mr Mr. Mrs Mrs. Ms Ms. Dr Dr. Prof Prof. Professor Sir Dame Lord Lady King Queen Prince
Princess Emperor Pope Saint St President Minister Chancellor Mayor Governor Senator
Councilman Councilwoman Councillor Congressman Congresswoman Commodore Reverend Rev Rev.
Inspector Detective Sergeant Sheriff Coach Chairman Commissioner Archdeacon Deputy
Lieutenant Marshal General Admiral Colonel Captain Major Judge Justice Bishop Archbishop
Secretary Cllr Cllr. Ald Ald. Alderman Alderwoman Fr Fr. Sgt Sgt. PC WPC DC Det Det. Insp
Insp. Supt Supt. Superintendent Constable Hon Hon. Cpl Cpl. Capt Capt. Col Col. Lt Lt. Maj
Maj. Gen Gen. Adm Adm. Cdr
"""
)
OFFICES = words(
    """
president chairman chairwoman chair chairperson director governor mayor minister
chancellor secretary head chief leader founder cofounder co-founder owner editor manager
commissioner ambassador king queen emperor bishop archbishop pope captain coach principal
rector dean president-elect keeper curator conductor architect inventor author discoverer
champion CEO chief-executive executive spokesman spokeswoman spokesperson treasurer
premier successor predecessor designer creator composer producer
"""
)
UNITS = words(
    """
mile miles km kilometre kilometres kilometer kilometers m metre metres meter meters cm mm
centimetres centimeters foot feet inch inches yard yards acre acres hectare hectares kg g
gram grams kilogram kilograms kilograms tonne tonnes ton tons pound pounds lb lbs ounce
ounces litre litres liter liters gallon gallons degree degrees °C °F C F K kelvin volt
volts watt watts kW MW GW atmosphere atmospheres bar square cubic hertz Hz
"""
)
TIME_UNITS = words(
    """
second seconds minute minutes hour hours day days night nights week weeks fortnight month
months year years decade decades century centuries
"""
)
CURRENCIES = words(
    """
dollar dollars pound pounds euro euros yen won yuan rupee rupees crown crowns guinea
guineas franc francs mark marks cent cents pence penny shilling shillings peso pesos
rouble roubles ruble rubles
"""
)
MONTHS = (
    "January", "February", "March", "April", "May", "June", "July", "August", "September",
    "October", "November", "December",
)  # fmt: skip
WEEKDAYS = (
    "Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday",
)  # fmt: skip
NUMERALS = {
    "two": 2, "three": 3, "four": 4, "five": 5, "six": 6, "seven": 7, "eight": 8,
    "nine": 9, "ten": 10, "eleven": 11, "twelve": 12,
}  # fmt: skip
SAYING = words(
    """
say tell believe think suggest claim argue report suppose deny doubt hope expect fear warn
maintain insist assert allege assume estimate reply add admit announce declare promise
predict state note hold feel write suspect
"""
)
COMPANIES = words(
    """
company firm club charity retailer operator airline band maker producer manufacturer
brewer brewery supermarket chain shipyard publisher lender insurer carmaker start-up startup
"""
)
HEDGES = words("probably perhaps possibly reportedly allegedly maybe apparently supposedly")
CALLING = words("call name dub nickname know term christen entitle title")
# Nouns of which there is one, so that 'the' alone tells which.
UNIQUE = words(
    """
sun moon earth world sky sea universe air ground past future west east north south middle
public press internet atmosphere equator bible end beginning same other others police
majority rest whole 1940s environment weather human brain body heart eye ocean
"""
)
# What happens to one thing or person once: its day needs no place beside it.
ONCE = words(
    """
bear die found establish invent marry retire graduate ordain bury crown abolish publish
launch patent inaugurate baptise christen canonise canonize demolish
"""
)
VAGUE = words(
    """
thing things way ways part parts kind kinds something anything nothing everything someone
anyone one ones lot number it them him her us me you they he she we this that these those
what which who all some many most others another each both none few case point fact time
times place reason reasons result example use rest end half
"""
)
DISCOURSE = words(
    """
also therefore however thus moreover meanwhile instead too then furthermore nevertheless
nonetheless besides hence indeed perhaps now still even again soon later afterwards
eventually finally so here today recently ago accordingly otherwise already exactly
certainly probably usually once yet surely likewise similarly
"""
)
PARTICLES = words("de la del der den von van di da du le al ibn bin ter ten zu")
# Letters after a person's name.
HONOURS = words(
    """
OM FRS FRSE FBA FSA FRSC FRAS FRIBA OBE MBE CBE KBE DBE GBE KCB KCMG KCVO DCMG CH VC GC DSO
DSC MC PRS PRA RA QC KC MP MEP MSP PhD DPhil MD DD LLD MRCP FRCP FRCS AC AO AM OC CC
"""
)
