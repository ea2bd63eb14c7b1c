/** The demonstration county and its neighbour, the Ministry and the CNAS: institutions and one person in each role. */

export const DEMO_PASSWORD = "dosar-demo-2026";

export const DEMO_INSTITUTIONS = [
  {
    id: "DSP-CJ",
    kind: "dsp",
    county: "CJ",
    nameRo: "Direcția de Sănătate Publică Cluj",
    nameEn: "Cluj Public Health Directorate",
    cstId: "CST-CJ",
  },
  {
    id: "CST-CJ",
    kind: "cst",
    county: "CJ",
    nameRo: "Comisia de specialitate teritorială Cluj",
    nameEn: "Cluj Territorial Specialist Commission",
  },
  {
    id: "DSP-BH",
    kind: "dsp",
    county: "BH",
    nameRo: "Direcția de Sănătate Publică Bihor",
    nameEn: "Bihor Public Health Directorate",
    cstId: "CST-BH",
  },
  {
    id: "CST-BH",
    kind: "cst",
    county: "BH",
    nameRo: "Comisia de specialitate teritorială Bihor",
    nameEn: "Bihor Territorial Specialist Commission",
  },
  {
    id: "MS",
    kind: "ministry",
    nameRo: "Ministerul Sănătății, Direcția Generală de Asistență Medicală",
    nameEn: "Ministry of Health, General Directorate for Medical Assistance",
  },
  {
    id: "CAS-CJ",
    kind: "cas",
    county: "CJ",
    nameRo: "Casa de Asigurări de Sănătate Cluj",
    nameEn: "Cluj Insurance House",
  },
  {
    id: "CAS-BH",
    kind: "cas",
    county: "BH",
    nameRo: "Casa de Asigurări de Sănătate Bihor",
    nameEn: "Bihor Insurance House",
  },
  { id: "CNAS", kind: "cnas", nameRo: "Casa Națională de Asigurări de Sănătate", nameEn: "National Insurance House" },
] as const;

export const DEMO_ACCOUNTS = [
  { email: "ofiter.cluj@dosar.example", name: "Ioana Mureșan", institution: "DSP-CJ", role: "dsp-officer" },
  { email: "ofiter2.cluj@dosar.example", name: "Radu Pop", institution: "DSP-CJ", role: "dsp-officer" },
  { email: "supervizor.cluj@dosar.example", name: "Mihai Câmpean", institution: "DSP-CJ", role: "dsp-supervisor" },
  { email: "comisie.cluj@dosar.example", name: "Dr. Elena Țărău", institution: "CST-CJ", role: "commission-secretary" },
  { email: "minister@dosar.example", name: "Andrei Șerban", institution: "MS", role: "ministry-officer" },
  { email: "ofiter.bihor@dosar.example", name: "Ștefan Groza", institution: "DSP-BH", role: "dsp-officer" },
  { email: "comisie.bihor@dosar.example", name: "Dr. Ana Bărbos", institution: "CST-BH", role: "commission-secretary" },
  {
    email: "conducere.cluj@dosar.example",
    name: "Dr. Lucia Ardelean",
    institution: "DSP-CJ",
    role: "institution-head",
  },
  { email: "conducere.minister@dosar.example", name: "Horia Țepeș", institution: "MS", role: "institution-head" },
  { email: "admin.cluj@dosar.example", name: "Cristina Vâlcan", institution: "DSP-CJ", role: "administrator" },
  { email: "admin.comisie@dosar.example", name: "Paul Hăloiu", institution: "CST-CJ", role: "administrator" },
  { email: "admin.minister@dosar.example", name: "Sorina Dănilă", institution: "MS", role: "administrator" },
  { email: "ofiter.cas.cluj@dosar.example", name: "Anca Brîndușan", institution: "CAS-CJ", role: "cas-officer" },
  { email: "supervizor.cas.cluj@dosar.example", name: "Dan Mărginean", institution: "CAS-CJ", role: "cas-supervisor" },
  { email: "sef.cas.cluj@dosar.example", name: "Viorica Ștefănescu", institution: "CAS-CJ", role: "institution-head" },
  { email: "admin.cas.cluj@dosar.example", name: "Tudor Oșan", institution: "CAS-CJ", role: "administrator" },
  { email: "ofiter.cas.bihor@dosar.example", name: "Simona Țirban", institution: "CAS-BH", role: "cas-officer" },
  { email: "cnas@dosar.example", name: "Gabriel Rădoi", institution: "CNAS", role: "cnas-officer" },
  { email: "admin.cnas@dosar.example", name: "Mirela Frâncu", institution: "CNAS", role: "administrator" },
] as const;
