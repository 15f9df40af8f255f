/** A role in ten wordings, with the SOC codes that are right for it. */
export type RoleWordings = { readonly socs: readonly string[]; readonly wordings: readonly string[] };

/** The same role in ten wordings each: six in English, then German, French and Spanish. All written by us. */
export const roleWordings: readonly RoleWordings[] = `
53-3032 = Truck driver | Lorry driver | HGV Driver (Class 1) | Sr. Truck Driver - Midwest | CDL-A truck driver | trcuk driver | LKW-Fahrer (m/w/d) | Berufskraftfahrer | Chauffeur poids lourd | Camionero
53-7051 = Forklift operator | Forklift driver | Fork lift operator II | FORKLIFT OPERATOR - NIGHT SHIFT | Lift truck operator | Forklfit operator | Gabelstaplerfahrer | Staplerfahrer (m/w/d) | Cariste | Operador de carretilla elevadora
53-7065 53-7062 = Warehouse worker | Warehouse operative | Warehouse associate | Warehouse worker (part-time) | Junior warehouse worker | Warehuose worker | Lagermitarbeiter | Fachkraft für Lagerlogistik | Magasinier | Mozo de almacén
43-3051 = Payroll clerk | Payroll specialist | Payroll administrator | Sr Payroll Clerk | Payroll coordinator, EMEA | Payrol clerk | Lohnbuchhalter | Lohnbuchhalterin (m/w/d) | Gestionnaire de paie | Técnico de nóminas
43-4051 = Customer service representative | Customer service agent | CSR | Customer Service Rep II | Customer support representative | Custmer service representative | Kundenbetreuer:in | Kundenberater (m/w/d) | Chargé de service client | Agente de atención al cliente
15-1252 15-1251 = Software developer | Software engineer | Senior Software Developer | Software dev, Berlin | Application developer | Sofware developer | Softwareentwickler | Softwareentwicklerin (m/w/d) | Développeur logiciel | Desarrollador de software
13-2011 = Accountant | Staff accountant | Sr. Accountant | Accountant II - Chicago | Financial accountant | Acountant | Bilanzbuchhalter | Bilanzbuchhalterin (m/w/d) | Comptable | Contable
43-5032 = Freight dispatcher | Truck dispatcher | Dispatcher, trucking | Junior Freight Dispatcher | Transport dispatcher | Freight dispacher | Disponent (m/w/d) | Disponentin Landverkehr | Répartiteur de fret | Despachador de camiones
11-3121 = HR manager | Human resources manager | Mgr, Human Resources | Regional HR Manager | Human resources director | Human resorces manager | Personalleiter | Personalleiterin (m/w/d) | Responsable des ressources humaines | Jefe de recursos humanos
43-4171 = Receptionist | Front desk receptionist | Office receptionist | Receptionist - part time | Front office receptionist | Recpetionist | Rezeptionist | Mitarbeiter Empfang | Réceptionniste | Recepcionista
29-1141 = Registered nurse | RN | Staff nurse, RN | Registered Nurse II | Senior registered nurse | Regsitered nurse | Krankenschwester | Gesundheits- und Krankenpfleger | Infirmière | Enfermera
23-1011 = Lawyer | Attorney | Solicitor | Senior Attorney | Attorney at law | Atorney | Rechtsanwalt | Rechtsanwältin (m/w/d) | Avocat | Abogado
47-2111 = Electrician | Industrial electrician | Journeyman electrician | Electrician III | Maintenance electrician | Electrican | Elektriker | Elektriker (m/w/d), Hamburg | Électricien | Electricista
35-2014 = Cook | Restaurant cook | Line cook | Cook, full-time | Cook II | Restaraunt cook | Koch | Köchin (m/w/d) | Cuisinier | Cocinero
13-1082 = Project manager | Project mgr | Sr. Project Manager | Project Manager - North America | Project manager II | Project manger | Projektleiter | Projektleiterin (m/w/d) | Chef de projet | Jefe de proyecto
13-1023 13-1022 = Buyer | Purchasing agent | Procurement buyer | Sr. Buyer | Purchasing buyer | Purchaisng agent | Einkäufer | Einkäuferin (m/w/d) | Acheteur | Comprador
37-2011 = Janitor | Cleaner | Building cleaner | Janitor - night shift | Custodian | Janitro | Reinigungskraft | Hausmeister | Agent d'entretien | Personal de limpieza
41-4012 41-4011 = Sales representative | Sales rep | Field sales representative | Sales Representative, EMEA | Outside sales representative | Sales represntative | Außendienstmitarbeiter | Vertriebsmitarbeiter (m/w/d) | Représentant commercial | Representante de ventas
15-2051 = Data scientist | Sr. Data Scientist | Data Scientist II | Lead data scientist | Applied data scientist | Data scienist | Datenwissenschaftler | Datenwissenschaftlerin (m/w/d) | Scientifique des données | Científico de datos
25-2021 = Teacher, elementary school | Elementary school teacher | Elementary teacher | Primary school teacher | Grade 3 elementary teacher | Elementry school teacher | Grundschullehrer | Grundschullehrerin (m/w/d) | Professeur des écoles | Maestra de primaria
`
  .trim()
  .split("\n")
  .map((line) => {
    const [socs = "", wordings = ""] = line.split(" = ");
    return { socs: socs.split(" "), wordings: wordings.split(" | ") };
  });
