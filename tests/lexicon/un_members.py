"""The 193 members of the United Nations, written without a look at the lexicon: code, name, adjective, capital."""

MEMBERS = """
AF Afghanistan | Afghan | Kabul
AL Albania | Albanian | Tirana
DZ Algeria | Algerian | Algiers
AD Andorra | Andorran | Andorra la Vella
AO Angola | Angolan | Luanda
AG Antigua and Barbuda | Antiguan | Saint John's
AR Argentina | Argentine | Buenos Aires
AM Armenia | Armenian | Yerevan
AU Australia | Australian | Canberra
AT Austria | Austrian | Vienna
AZ Azerbaijan | Azerbaijani | Baku
BS Bahamas | Bahamian | Nassau
BH Bahrain | Bahraini | Manama
BD Bangladesh | Bangladeshi | Dhaka
BB Barbados | Barbadian | Bridgetown
BY Belarus | Belarusian | Minsk
BE Belgium | Belgian | Brussels
BZ Belize | Belizean | Belmopan
BJ Benin | Beninese | Porto-Novo
BT Bhutan | Bhutanese | Thimphu
BO Bolivia | Bolivian | La Paz
BA Bosnia and Herzegovina | Bosnian | Sarajevo
BW Botswana | Botswanan | Gaborone
BR Brazil | Brazilian | Brasilia
BN Brunei | Bruneian | Bandar Seri Begawan
BG Bulgaria | Bulgarian | Sofia
BF Burkina Faso | Burkinabe | Ouagadougou
BI Burundi | Burundian | Gitega
CV Cape Verde | Cape Verdean | Praia
KH Cambodia | Cambodian | Phnom Penh
CM Cameroon | Cameroonian | Yaounde
CA Canada | Canadian | Ottawa
CF Central African Republic | Central African | Bangui
TD Chad | Chadian | N'Djamena
CL Chile | Chilean | Santiago
CN China | Chinese | Beijing
CO Colombia | Colombian | Bogota
KM Comoros | Comorian | Moroni
CG Republic of the Congo | Congolese | Brazzaville
CR Costa Rica | Costa Rican | San José
CI Ivory Coast | Ivorian | Yamoussoukro
HR Croatia | Croatian | Zagreb
CU Cuba | Cuban | Havana
CY Cyprus | Cypriot | Nicosia
CZ Czech Republic | Czech | Prague
KP North Korea | North Korean | Pyongyang
CD Democratic Republic of the Congo | Congolese | Kinshasa
DK Denmark | Danish | Copenhagen
DJ Djibouti | Djiboutian | Djibouti City
DM Dominica | Dominican | Roseau
DO Dominican Republic | Dominican | Santo Domingo
EC Ecuador | Ecuadorian | Quito
EG Egypt | Egyptian | Cairo
SV El Salvador | Salvadoran | San Salvador
GQ Equatorial Guinea | Equatorial Guinean | Malabo
ER Eritrea | Eritrean | Asmara
EE Estonia | Estonian | Tallinn
SZ Eswatini | Swazi | Mbabane
ET Ethiopia | Ethiopian | Addis Ababa
FJ Fiji | Fijian | Suva
FI Finland | Finnish | Helsinki
FR France | French | Paris
GA Gabon | Gabonese | Libreville
GM Gambia | Gambian | Banjul
GE Georgia | Georgian | Tbilisi
DE Germany | German | Berlin
GH Ghana | Ghanaian | Accra
GR Greece | Greek | Athens
GD Grenada | Grenadian | St. George's
GT Guatemala | Guatemalan | Guatemala City
GN Guinea | Guinean | Conakry
GW Guinea-Bissau | Bissau-Guinean | Bissau
GY Guyana | Guyanese | Georgetown
HT Haiti | Haitian | Port-au-Prince
HN Honduras | Honduran | Tegucigalpa
HU Hungary | Hungarian | Budapest
IS Iceland | Icelandic | Reykjavik
IN India | Indian | New Delhi
ID Indonesia | Indonesian | Jakarta
IR Iran | Iranian | Tehran
IQ Iraq | Iraqi | Baghdad
IE Ireland | Irish | Dublin
IL Israel | Israeli | Jerusalem
IT Italy | Italian | Rome
JM Jamaica | Jamaican | Kingston
JP Japan | Japanese | Tokyo
JO Jordan | Jordanian | Amman
KZ Kazakhstan | Kazakh | Astana
KE Kenya | Kenyan | Nairobi
KI Kiribati | I-Kiribati | South Tarawa
KW Kuwait | Kuwaiti | Kuwait City
KG Kyrgyzstan | Kyrgyz | Bishkek
LA Laos | Laotian | Vientiane
LV Latvia | Latvian | Riga
LB Lebanon | Lebanese | Beirut
LS Lesotho | Basotho | Maseru
LR Liberia | Liberian | Monrovia
LY Libya | Libyan | Tripoli
LI Liechtenstein | Liechtensteiner | Vaduz
LT Lithuania | Lithuanian | Vilnius
LU Luxembourg | Luxembourgish | Luxembourg City
MG Madagascar | Malagasy | Antananarivo
MW Malawi | Malawian | Lilongwe
MY Malaysia | Malaysian | Kuala Lumpur
MV Maldives | Maldivian | Malé
ML Mali | Malian | Bamako
MT Malta | Maltese | Valletta
MH Marshall Islands | Marshallese | Majuro
MR Mauritania | Mauritanian | Nouakchott
MU Mauritius | Mauritian | Port Louis
MX Mexico | Mexican | Mexico City
FM Micronesia | Micronesian | Palikir
MC Monaco | Monegasque | Monaco-Ville
MN Mongolia | Mongolian | Ulaanbaatar
ME Montenegro | Montenegrin | Podgorica
MA Morocco | Moroccan | Rabat
MZ Mozambique | Mozambican | Maputo
MM Myanmar | Burmese | Naypyidaw
NA Namibia | Namibian | Windhoek
NR Nauru | Nauruan | Yaren
NP Nepal | Nepalese | Kathmandu
NL Netherlands | Dutch | Amsterdam
NZ New Zealand | New Zealander | Wellington
NI Nicaragua | Nicaraguan | Managua
NE Niger | Nigerien | Niamey
NG Nigeria | Nigerian | Abuja
MK North Macedonia | Macedonian | Skopje
NO Norway | Norwegian | Oslo
OM Oman | Omani | Muscat
PK Pakistan | Pakistani | Islamabad
PW Palau | Palauan | Ngerulmud
PA Panama | Panamanian | Panama City
PG Papua New Guinea | Papua New Guinean | Port Moresby
PY Paraguay | Paraguayan | Asuncion
PE Peru | Peruvian | Lima
PH Philippines | Philippine | Manila
PL Poland | Polish | Warsaw
PT Portugal | Portuguese | Lisbon
QA Qatar | Qatari | Doha
KR South Korea | South Korean | Seoul
MD Moldova | Moldovan | Chisinau
RO Romania | Romanian | Bucharest
RU Russia | Russian | Moscow
RW Rwanda | Rwandan | Kigali
KN Saint Kitts and Nevis | Kittitian | Basseterre
LC Saint Lucia | Saint Lucian | Castries
VC Saint Vincent and the Grenadines | Vincentian | Kingstown
WS Samoa | Samoan | Apia
SM San Marino | Sammarinese | City of San Marino
ST Sao Tome and Principe | Santomean | Sao Tome
SA Saudi Arabia | Saudi | Riyadh
SN Senegal | Senegalese | Dakar
RS Serbia | Serbian | Belgrade
SC Seychelles | Seychellois | Victoria
SL Sierra Leone | Sierra Leonean | Freetown
SG Singapore | Singaporean | Singapore
SK Slovakia | Slovak | Bratislava
SI Slovenia | Slovenian | Ljubljana
SB Solomon Islands | Solomon Islander | Honiara
SO Somalia | Somali | Mogadishu
ZA South Africa | South African | Pretoria
SS South Sudan | South Sudanese | Juba
ES Spain | Spanish | Madrid
LK Sri Lanka | Sri Lankan | Colombo
SD Sudan | Sudanese | Khartoum
SR Suriname | Surinamese | Paramaribo
SE Sweden | Swedish | Stockholm
CH Switzerland | Swiss | Bern
SY Syria | Syrian | Damascus
TJ Tajikistan | Tajik | Dushanbe
TZ Tanzania | Tanzanian | Dodoma
TH Thailand | Thai | Bangkok
TL Timor-Leste | Timorese | Dili
TG Togo | Togolese | Lome
TO Tonga | Tongan | Nuku'alofa
TT Trinidad and Tobago | Trinidadian | Port of Spain
TN Tunisia | Tunisian | Tunis
TR Turkey | Turkish | Ankara
TM Turkmenistan | Turkmen | Ashgabat
TV Tuvalu | Tuvaluan | Funafuti
UG Uganda | Ugandan | Kampala
UA Ukraine | Ukrainian | Kyiv
AE United Arab Emirates | Emirati | Abu Dhabi
GB United Kingdom | British | London
US United States | American | Washington
UY Uruguay | Uruguayan | Montevideo
UZ Uzbekistan | Uzbek | Tashkent
VU Vanuatu | Ni-Vanuatu | Port Vila
VE Venezuela | Venezuelan | Caracas
VN Vietnam | Vietnamese | Hanoi
YE Yemen | Yemeni | Sanaa
ZM Zambia | Zambian | Lusaka
ZW Zimbabwe | Zimbabwean | Harare
"""

# As the United Nations lists them, where that is another name.
LISTED_AS = """
BO Plurinational State of Bolivia
BN Brunei Darussalam
CV Cabo Verde
CI Côte d'Ivoire
CZ Czechia
KP Democratic People's Republic of Korea
CD Democratic Republic of the Congo
CG Congo
GM Gambia
IR Islamic Republic of Iran
LA Lao People's Democratic Republic
FM Federated States of Micronesia
NL Kingdom of the Netherlands
KR Republic of Korea
MD Republic of Moldova
RU Russian Federation
ST Sao Tome and Principe
SY Syrian Arab Republic
TR Türkiye
GB United Kingdom of Great Britain and Northern Ireland
TZ United Republic of Tanzania
US United States of America
VE Bolivarian Republic of Venezuela
VN Viet Nam
"""


def members() -> list[tuple[str, str, str, str]]:
    """Return code, name, adjective and capital of every member."""
    rows = []
    for line in MEMBERS.strip().splitlines():
        name, adjective, capital = (part.strip() for part in line[3:].split("|"))
        rows.append((line[:2], name, adjective, capital))
    return rows


def listed_names() -> list[tuple[str, str]]:
    """Return code and name as the United Nations lists it."""
    return [(line[:2], line[3:]) for line in LISTED_AS.strip().splitlines()]
