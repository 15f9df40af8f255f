/** Tables of job words, all our own. Keys are in the plain form of `normaliseTitle`: lower case, no accents. */

function table(text: string): ReadonlyMap<string, string> {
  return new Map(
    text
      .split(/[\n;]/)
      .map((line) => line.trim())
      .filter((line) => line !== "")
      .map((line) => {
        const [key = "", value = ""] = line.split("=");
        return [key.trim(), value.trim()] as const;
      }),
  );
}

/** Abbreviations that mean one thing in a job title. */
export const abbreviations = table(`
mgr=manager; mngr=manager; mngmt=management; mgmt=management; supv=supervisor; supvr=supervisor; supr=supervisor; dir=director
vp=vice president; svp=vice president; evp=executive vice president; avp=vice president; exec=executive; pres=president
eng=engineer; engr=engineer; engg=engineering; tech=technician; techn=technician; rep=representative; reps=representative
spec=specialist; spclst=specialist; coord=coordinator; asst=assistant; assist=assistant; assoc=associate; acct=accountant
acctg=accounting; acc=account; ops=operations; oper=operator; opr=operator; dept=department; admin=administrative; svc=service; svcs=service; serv=service
cust=customer; mfg=manufacturing; prod=production; maint=maintenance; mech=mechanic; elec=electrical; dev=developer; mktg=marketing; info=information
intl=international; natl=national; govt=government; univ=university; prof=professor; sec=secretary; recep=receptionist; whse=warehouse
hr=human resources; hrbp=human resources business partner; it=information technology; qa=quality assurance; qc=quality control
rn=registered nurse; lpn=licensed practical nurse; lvn=licensed vocational nurse; cna=certified nursing assistant; crna=nurse anesthetist
np=nurse practitioner; emt=emergency medical technician; cpa=certified public accountant; sdr=sales development representative
bdr=business development representative; csr=customer service representative; ceo=chief executive officer; cfo=chief financial officer
coo=chief operating officer; cio=chief information officer; cto=chief technology officer; cmo=chief marketing officer; chro=chief human resources officer
gm=general manager; ea=executive assistant; dba=database administrator; swe=software engineer; sre=site reliability engineer
hgv=heavy truck; lgv=heavy truck; cdl=truck; otr=truck; ltl=freight; ap=accounts payable; ar=accounts receivable; dvm=veterinarian
ux=user experience; ui=user interface; seo=search engine optimization; pmo=project management office; erp=enterprise resource planning
plc=programmable logic controller; cnc=computer numerical control; hvac=heating air conditioning; ehs=environmental health safety; hse=health safety environment
`);

/** British and Irish words to the ones our training titles use. */
export const insularWords = table(`
lorry=truck; haulage=freight trucking; operative=worker; labourer=laborer; solicitor=attorney; barrister=attorney; 
programme=program; centre=center; tyre=tire; aeroplane=airplane; caretaker=janitor; storeman=warehouse worker; storeperson=warehouse worker
refuse=garbage; dustman=garbage collector; postman=mail carrier; binman=garbage collector; paediatric=pediatric; anaesthetist=anesthesiologist
groundsman=groundskeeper; counsellor=counselor; jeweller=jeweler; joiner=carpenter; headteacher=school principal; headmaster=school principal
purser=flight attendant; telesales=telemarketer; childminder=childcare worker; carer=caregiver; mould=mold; despatch=dispatch; despatcher=dispatcher; licence=license
shunter=yard truck driver
`);

/** Words that say how senior, where or under what contract, not what is done. */
export const fillers: ReadonlySet<string> = new Set(
  (
    "senior sr snr junior jr jnr ii iii iv vi level mid fulltime parttime temporary temp permanent seasonal remote hybrid onsite " +
    "the of and for a an to in at with und der die das fur im in et de du des la le les en y el los las per " +
    "north south east west northern southern eastern western northeast northwest southeast southwest midwest regional region emea apac dach us usa uk eu europe canada germany america " +
    "chicago london hamburg berlin toronto texas california illinois ontario ohio florida virginia carolina pennsylvania massachusetts " +
    "michigan minnesota wisconsin colorado arizona nevada oregon utah tennessee kentucky missouri louisiana alabama oklahoma indiana " +
    "boston dallas denver atlanta seattle miami houston austin detroit philadelphia munich munchen frankfurt koln cologne stuttgart " +
    "dusseldorf leipzig madrid barcelona lyon marseille vienna wien zurich amsterdam brussels dublin manchester birmingham sydney " +
    "melbourne singapore mumbai bangalore vancouver montreal calgary warsaw prague stockholm copenhagen " +
    "england scotland wales ireland france spain italy netherlands belgium austria switzerland poland sweden norway denmark finland " +
    "australia japan india mexico brazil deutschland osterreich schweiz espana asia pacific africa latam apj anz amer nordics benelux iberia"
  ).split(" "),
);

/** Phrases of several foreign words that mean something else than their parts. Longest first. */
export const foreignPhrases: readonly (readonly [string, string])[] = [
  ["full time", ""],
  ["part time", ""],
  ["entry level", ""],
  ["night shift", ""],
  ["day shift", ""],
  ["new york", ""],
  ["new jersey", ""],
  ["new zealand", ""],
  ["united states", ""],
  ["united kingdom", ""],
  ["middle east", ""],
  ["los angeles", ""],
  ["san francisco", ""],
  ["hong kong", ""],
  ["zahnmedizinische fachangestellte", "dental assistant"],
  ["zahnmedizinischer fachangestellter", "dental assistant"],
  ["medizinische fachangestellte", "medical assistant"],
  ["medizinischer fachangestellter", "medical assistant"],
  ["technischer zeichner", "drafter"],
  ["technische zeichnerin", "drafter"],
  ["technischer redakteur", "technical writer"],
  ["technische redakteurin", "technical writer"],
  ["technischer produktdesigner", "mechanical drafter"],
  ["wissenschaftlicher mitarbeiter", "research scientist"],
  ["wissenschaftliche mitarbeiterin", "research scientist"],
  ["kaufmannischer leiter", "finance manager"],
  ["kaufmannische leiterin", "finance manager"],
  ["kaufmann im einzelhandel", "retail salesperson"],
  ["kauffrau im einzelhandel", "retail salesperson"],
  ["kaufmann im gesundheitswesen", "medical secretary"],
  ["kauffrau im gesundheitswesen", "medical secretary"],
  ["fachkraft fur arbeitssicherheit", "occupational health safety specialist"],
  ["duales studium", ""],
  ["charge de recrutement", "recruiter"],
  ["chargee de recrutement", "recruiter"],
  ["charge de communication", "public relations specialist"],
  ["chargee de communication", "public relations specialist"],
  ["charge daffaires", "account manager"],
  ["chargee daffaires", "account manager"],
  ["assistante sociale", "social worker"],
  ["assistant social", "social worker"],
  ["assistante de direction", "executive assistant"],
  ["assistant de direction", "executive assistant"],
  ["agent de maintenance", "maintenance worker"],
  ["agent de production", "production worker"],
  ["agent de fabrication", "production worker"],
  ["agent de quai", "freight handler"],
  ["agent daccueil", "receptionist"],
  ["hotesse daccueil", "receptionist"],
  ["hotesse de caisse", "cashier"],
  ["controleur de gestion", "financial analyst"],
  ["controleuse de gestion", "financial analyst"],
  ["expert comptable", "accountant"],
  ["aide comptable", "bookkeeping clerk"],
  ["commis de cuisine", "kitchen helper"],
  ["chef de cuisine", "head chef"],
  ["chef de chantier", "construction supervisor"],
  ["chef de produit", "product manager"],
  ["chef de rayon", "retail supervisor"],
  ["conducteur de travaux", "construction manager"],
  ["conducteur de ligne", "machine operator"],
  ["conducteur de bus", "bus driver"],
  ["technicien de surface", "janitor"],
  ["technicienne de surface", "janitor"],
  ["auxiliaire de vie", "home health aide"],
  ["auxiliaire de puericulture", "childcare worker"],
  ["sage femme", "midwife"],
  ["femme de menage", "janitor"],
  ["conductora de autobus", "bus driver"],
  ["charpentier couvreur", "roofer"],
  ["tecnico de laboratorio", "laboratory technician"],
  ["tecnico de mantenimiento", "maintenance technician"],
  ["trabajador social", "social worker"],
  ["trabajadora social", "social worker"],
  ["auxiliar de enfermeria", "nursing assistant"],
  ["auxiliar de limpieza", "janitor"],
  ["ayudante de cocina", "kitchen helper"],
  ["jefe de obra", "construction manager"],
  ["jefe de ventas", "sales manager"],
  ["jefa de ventas", "sales manager"],
  ["jefe de compras", "purchasing manager"],
  ["director financiero", "chief financial officer"],
  ["directora financiera", "chief financial officer"],
  ["director comercial", "sales manager"],
  ["directora comercial", "sales manager"],
  ["asesor fiscal", "tax accountant"],
  ["agente inmobiliario", "real estate agent"],
  ["agente inmobiliaria", "real estate agent"],
  ["conductor de autobus", "bus driver"],
  ["chofer de camion", "truck driver"],
  ["oficial de almacen", "warehouse worker"],
  ["kaufmann fur spedition und logistikdienstleistung", "freight forwarder"],
  ["kauffrau fur spedition und logistikdienstleistung", "freight forwarder"],
  ["fachkraft fur lagerlogistik", "warehouse worker"],
  ["fachkraft lagerlogistik", "warehouse worker"],
  ["kaufmann fur buromanagement", "office clerk"],
  ["kauffrau fur buromanagement", "office clerk"],
  ["directeur des ressources humaines", "human resources manager"],
  ["responsable des ressources humaines", "human resources manager"],
  ["directeur general", "chief executive officer"],
  ["director general", "chief executive officer"],
  ["conducteur de poids lourds", "truck driver"],
  ["chauffeur poids lourd", "truck driver"],
  ["conducteur poids lourd", "truck driver"],
  ["chauffeur routier", "truck driver"],
  ["conductor de camion", "truck driver"],
  ["conductor de camiones", "truck driver"],
  ["operador de carretilla elevadora", "forklift operator"],
  ["carretillero", "forklift operator"],
  ["mozo de almacen", "warehouse worker"],
  ["auxiliar administrativo", "administrative assistant"],
  ["auxiliar contable", "accounting clerk"],
  ["agente de aduanas", "customs broker"],
  ["atencion al cliente", "customer service representative"],
  ["charge de clientele", "customer service representative"],
  ["chargee de clientele", "customer service representative"],
  ["charge de service client", "customer service representative"],
  ["service client", "customer service"],
  ["recursos humanos", "human resources"],
  ["ressources humaines", "human resources"],
  ["agent de douane", "customs broker"],
  ["declarant en douane", "customs broker"],
  ["chef de projet", "project manager"],
  ["chef d equipe", "supervisor"],
  ["chef dequipe", "supervisor"],
  ["jefe de equipo", "supervisor"],
  ["jefe de proyecto", "project manager"],
  ["jefe de almacen", "warehouse manager"],
  ["responsable logistique", "logistics manager"],
  ["agent d entretien", "janitor"],
  ["agent dentretien", "janitor"],
  ["personal de limpieza", "janitor"],
  ["agent de securite", "security guard"],
  ["guardia de seguridad", "security guard"],
  ["aide soignante", "nursing assistant"],
  ["aide soignant", "nursing assistant"],
  ["fork lift", "forklift"],
  ["estate agent", "real estate agent"],
  ["letting agent", "real estate agent"],
  ["help desk", "helpdesk"],
  ["head chef", "head chef"],
  ["full stack", "full stack software"],
  ["key account", "key account sales"],
  ["customs clerk", "customs broker clerk"],
  ["freight forwarder", "freight forwarder"],
  ["mitarbeiter empfang", "receptionist"],
  ["gesundheits und krankenpfleger", "registered nurse"],
  ["representant commercial", "sales representative"],
  ["developpeur logiciel", "software developer"],
  ["professeur des ecoles", "elementary school teacher"],
  ["maestro de primaria", "elementary school teacher"],
  ["maestra de primaria", "elementary school teacher"],
];

/** Single words and parts of compounds: German, French, Spanish. */
export const foreignWords = table(`
disponent=freight dispatcher; lager=warehouse; lagerist=warehouse worker; mitarbeiter=worker; mitarbeitende=worker; arbeiter=worker; leiter=manager; leitung=manager; fahrer=driver; kraftfahrer=truck driver
berufskraftfahrer=truck driver; lkw=truck; gabelstapler=forklift; stapler=forklift; spediteur=freight forwarder; speditionskaufmann=freight forwarder; speditionskauffrau=freight forwarder; spedition=freight forwarding
zoll=customs; deklarant=customs broker; sachbearbeiter=clerk; sachbearbeitung=clerk; zollsachbearbeiter=customs broker clerk; buchhalter=bookkeeper; buchhaltung=accounting; finanzbuchhalter=bookkeeper; lohnbuchhalter=payroll clerk; lohn=payroll; gehalt=payroll; kreditoren=accounts payable; debitoren=accounts receivable
debitorenbuchhalter=accounts receivable clerk; kreditorenbuchhalter=accounts payable clerk; personalreferent=human resources specialist; referent=specialist; personaler=human resources specialist; entwickler=developer; softwareentwickler=software developer; informatiker=computer specialist
fachinformatiker=computer specialist; systemadministrator=systems administrator; netzwerk=network; techniker=technician; mechaniker=mechanic; mechatroniker=mechatronics technician; elektriker=electrician; elektroniker=electronics technician; schlosser=machinist; schweisser=welder; dreher=lathe operator; fraser=milling machine operator; monteur=installer
tischler=carpenter; schreiner=carpenter; maurer=bricklayer; dachdecker=roofer; maler=painter; klempner=plumber; installateur=plumber; gartner=gardener; koch=cook; kellner=waiter; backer=baker; metzger=butcher; fleischer=butcher; friseur=hairdresser; verkaufer=salesperson; verkauf=sales; vertrieb=sales; vertriebs=sales; aussendienst=field sales; innendienst=inside sales
kassierer=cashier; einkaufer=buyer; einkauf=purchasing; kaufmann=clerk; kauffrau=clerk; industriekaufmann=office clerk; industriekauffrau=office clerk; buro=office; sekretar=secretary; assistenz=assistant; assistent=assistant; empfang=reception; rezeptionist=receptionist; geschaftsfuhrer=chief executive officer; geschaftsleiter=general manager; vorstand=chief executive; abteilungs=department; abteilungsleiter=department manager; team=team; schicht=shift; schichtleiter=shift supervisor; teamleiter=team supervisor; meister=supervisor; vorarbeiter=supervisor
projekt=project; projektleiter=project manager; produkt=product; produktions=production; produktion=production; fertigung=manufacturing; qualitats=quality; qualitat=quality; prufer=inspector; pruefer=inspector; sicherheit=safety; sicherheits=security; hausmeister=janitor; reinigungskraft=cleaner; reinigung=cleaning; kraft=worker; fachkraft=specialist; hilfskraft=helper; helfer=helper; wachmann=security guard; kunden=customer; kundendienst=customer service; kundenservice=customer service representative; kundenbetreuer=customer service representative; kundenberater=customer service representative; berater=consultant; beratung=consulting; betreuer=representative
steuerberater=tax accountant; rechtsanwalt=lawyer; jurist=lawyer; arzt=physician; zahnarzt=dentist; krankenpfleger=registered nurse; krankenschwester=registered nurse; pflegefachkraft=registered nurse; altenpfleger=nursing assistant; pfleger=nurse; hebamme=midwife; apotheker=pharmacist; lehrer=teacher; erzieher=preschool teacher; sozialarbeiter=social worker; ingenieur=engineer; maschinenbau=mechanical; elektro=electrical; bau=construction; bauleiter=construction manager; architekt=architect; zeichner=drafter; grafiker=graphic designer; gestalter=designer; redakteur=editor; ubersetzer=translator; dolmetscher=interpreter
werbung=advertising; kommunikation=communications; presse=press; daten=data; wissenschaftler=scientist; forscher=researcher; laborant=laboratory technician; chemiker=chemist; physiker=physicist; biologe=biologist; kommissionierer=order picker; verpacker=packer; versand=shipping; logistik=logistics; wareneingang=receiving; wareneingangs=receiving; logistiker=logistician; fuhrpark=fleet; flotten=fleet; verkehrs=traffic; busfahrer=bus driver; taxifahrer=taxi driver; kurier=courier; zusteller=delivery driver; brieftrager=mail carrier; controlling=financial analyst; revisor=auditor; wirtschaftsprufer=auditor; versicherungs=insurance; bank=bank; bankkaufmann=bank clerk; makler=broker; immobilien=real estate; immobilienmakler=real estate agent; ausbilder=trainer; hotelfachmann=hotel clerk; werkstatt=workshop; werkstattleiter=repair shop supervisor; instandhaltung=maintenance; instandhalter=maintenance worker; anlagen=plant; maschinen=machine; maschinenfuhrer=machine operator; bediener=operator; fuhrer=operator; werk=plant; werkleiter=plant manager; betriebs=operations; betriebsleiter=operations manager; bereichsleiter=division manager; personalleiter=human resources manager; vertriebsleiter=sales manager; lagerleiter=warehouse manager; niederlassungsleiter=branch manager; finanz=finance; einkaufsleiter=purchasing manager; praktikant=intern; auszubildender=apprentice
magasinier=warehouse worker; cariste=forklift operator; entrepot=warehouse; manutentionnaire=material handler; preparateur=order picker; commandes=order; conducteur=driver; livreur=delivery driver; camion=truck; routier=truck driver; affreteur=freight broker; transitaire=freight forwarder; douane=customs; declarant=customs broker; repartiteur=dispatcher; exploitant=dispatcher; comptable=accountant; comptabilite=accounting; fournisseurs=payable; paie=payroll; gestionnaire=administrator; acheteur=buyer; achats=purchasing; vendeur=salesperson; vendeuse=salesperson; ventes=sales; caissier=cashier; caissiere=cashier; developpeur=developer; logiciel=software; informatique=information technology; informaticien=computer specialist; technicien=technician; technicienne=technician; ingenieur=engineer; directeur=director; directrice=director; responsable=manager; adjoint=assistant; assistante=assistant; secretaire=secretary; receptionniste=receptionist; accueil=reception; infirmier=registered nurse; infirmiere=registered nurse; medecin=physician; pharmacien=pharmacist; avocat=lawyer; juriste=lawyer; notaire=notary; enseignant=teacher; professeur=teacher; formateur=trainer; cuisinier=cook; serveur=waiter; serveuse=waiter; boulanger=baker; boucher=butcher; coiffeur=hairdresser; coiffeuse=hairdresser; plombier=plumber; electricien=electrician; menuisier=carpenter; macon=bricklayer; couvreur=roofer; peintre=painter; soudeur=welder; mecanicien=mechanic; ouvrier=worker; employe=clerk; operateur=operator; nettoyage=cleaning; gardien=guard; vigile=security guard; juridique=legal; conseiller=advisor; consultante=consultant; traducteur=translator; interprete=interpreter; redacteur=editor; graphiste=graphic designer; architecte=architect; qualite=quality; logistique=logistics; flotte=fleet; equipe=team; magasin=store; analyste=analyst; donnees=data
almacen=warehouse; almacenero=warehouse worker; mozo=worker; carretilla=forklift; camionero=truck driver; camion=truck; repartidor=delivery driver; transportista=trucker; transitario=freight forwarder; aduanas=customs; aduana=customs; despachador=dispatcher; despachante=customs broker; contable=accountant; contador=accountant; contabilidad=accounting; nominas=payroll; nomina=payroll; compras=purchasing; comprador=buyer; vendedor=salesperson; vendedora=salesperson; ventas=sales; cajero=cashier; cajera=cashier; desarrollador=developer; desarrolladora=developer; programador=programmer; informatico=computer specialist; tecnico=technician; tecnica=technician; soporte=support; ingeniero=engineer; ingeniera=engineer; directora=director; gerente=manager; jefe=manager; jefa=manager; encargado=supervisor; encargada=supervisor; supervisora=supervisor; asistente=assistant; auxiliar=assistant; administrativo=administrative assistant; administrativa=administrative assistant; secretaria=secretary; recepcionista=receptionist; enfermero=registered nurse; enfermera=registered nurse; medico=physician; farmaceutico=pharmacist; abogado=lawyer; abogada=lawyer; maestro=teacher; maestra=teacher; profesor=teacher; profesora=teacher; cocinero=cook; cocinera=cook; camarero=waiter; camarera=waiter; panadero=baker; carnicero=butcher; peluquero=hairdresser; peluquera=hairdresser; fontanero=plumber; electricista=electrician; carpintero=carpenter; albanil=bricklayer; pintor=painter; soldador=welder; mecanico=mechanic; obrero=laborer; operario=worker; operador=operator; limpieza=cleaning; limpiador=cleaner; vigilante=security guard; conserje=janitor; asesor=advisor; asesora=advisor; consultor=consultant; consultora=consultant; traductor=translator; disenador=designer; disenadora=designer; arquitecto=architect; arquitecta=architect; calidad=quality; logistica=logistics; mantenimiento=maintenance; flota=fleet; analista=analyst; datos=data; pagar=payable; cobrar=receivable; cliente=customer; clientes=customer; produccion=production
scientifique=scientist; cientifico=scientist; cientifica=scientist; fret=freight; camiones=truck; landverkehr=trucking; representant=representative; representante=representative; agente=agent; grundschullehrer=elementary school teacher; schul=school; grundschul=elementary school; kochin=cook; aussendienstmitarbeiter=field sales representative; vertriebsmitarbeiter=sales representative; gerant=manager; conseillere=advisor; operaria=operator; ayudante=helper; dependiente=salesperson; dependienta=salesperson; chargee=specialist; clientele=customer; proyectos=project; proyecto=project; projets=project; projet=project; entretien=maintenance; finanzas=finance; ingenierie=engineering; rechtsanwaltin=lawyer; arztin=physician; bilanzbuchhalter=accountant
zahnmedizinische=dental; fachangestellte=clerk; fachangestellter=clerk; angestellte=clerk; angestellter=clerk; rechtsanwaltsfachangestellte=legal secretary; rechtsanwaltsfachangestellter=legal secretary; notarfachangestellte=legal secretary; steuerfachangestellte=tax preparer; steuerfachangestellter=tax preparer; verwaltungsfachangestellte=administrative clerk; verwaltungsfachangestellter=administrative clerk; sozialversicherungsfachangestellte=insurance claims clerk
beamter=officer; beamtin=officer; verwaltung=administration; verwaltungs=administrative; beauftragter=officer; beauftragte=officer; datenschutzbeauftragter=compliance officer; datenschutzbeauftragte=compliance officer; einzelhandelskaufmann=retail salesperson; einzelhandelskauffrau=retail salesperson; einzelhandels=retail; einzelhandel=retail; grosshandelskaufmann=wholesale sales representative; versicherungskaufmann=insurance sales agent; versicherungskauffrau=insurance sales agent; immobilienkaufmann=property manager; immobilienkauffrau=property manager; veranstaltungskaufmann=event planner; reiseverkehrskaufmann=travel agent; reiseverkehrskauffrau=travel agent
physiotherapeut=physical therapist; ergotherapeut=occupational therapist; logopade=speech language pathologist; heilpraktiker=naturopathic physician; tierarzt=veterinarian; tierpfleger=animal caretaker; augenoptiker=optician; optiker=optician; rettungssanitater=emergency medical technician; notfallsanitater=paramedic; psychologe=psychologist; psychotherapeut=clinical psychologist; sozialpadagoge=social worker; padagoge=teacher; heilerziehungspfleger=personal care aide; kinderpfleger=childcare worker; chirurg=surgeon; facharzt=physician; hausarzt=family physician; mta=medical laboratory technician
feuerwehrmann=firefighter; feuerwehrfrau=firefighter; polizist=police officer; richter=judge; staatsanwalt=prosecuting attorney; notar=lawyer; dozent=lecturer; rektor=school principal; schulleiter=school principal; bibliothekar=librarian; journalist=journalist; fotograf=photographer; musiker=musician; schauspieler=actor; landwirt=farmer; forster=forester; forstwirt=logging worker; winzer=farmer;konditor=pastry baker; bauarbeiter=construction laborer; zimmermann=carpenter; zimmerer=carpenter; fliesenleger=tile setter; estrichleger=floor layer; glaser=glazier; spengler=sheet metal worker; baggerfahrer=excavator operator; kranfuhrer=crane operator; kranfahrer=crane operator; geruestbauer=scaffold builder; gerustbauer=scaffold builder; kfz=automotive; automechaniker=automotive mechanic; autolackierer=automotive painter; lackierer=painter; zerspanungsmechaniker=cnc machinist; werkzeugmacher=tool and die maker; werkzeugmechaniker=tool and die maker; industriemechaniker=industrial machinery mechanic; anlagenmechaniker=plumber; elektroinstallateur=electrician; drucker=printing press operator; naher=sewing machine operator; schneider=tailor; schuhmacher=shoe repairer; uhrmacher=watch repairer; goldschmied=jeweler
softwarearchitekt=software architect; softwaretester=software tester; webentwickler=web developer; anwendungsentwickler=application developer; datenanalyst=data analyst; datenbankadministrator=database administrator; netzwerkadministrator=network administrator; systemtechniker=systems technician; personalsachbearbeiter=human resources clerk; personalsachbearbeitung=human resources clerk; lohnbuchhaltung=payroll; vertriebler=sales representative; vertriebsinnendienst=inside sales; vertriebsaussendienst=field sales; marktleiter=retail store manager; filialleiter=retail store manager; restaurantleiter=restaurant manager; hoteldirektor=hotel manager; kuchenchef=head chef; kuchenhilfe=kitchen helper; spuler=dishwasher; zimmermadchen=maid; raumpfleger=cleaner; reinigungsfachkraft=cleaner; gebaudereiniger=building cleaner; pfortner=security guard; wachdienst=security guard; sicherheitsmitarbeiter=security guard; objektleiter=building manager; produktionsmitarbeiter=production worker; produktionshelfer=production worker; produktionsleiter=production manager; montagemitarbeiter=assembler; qualitatsprufer=quality inspector; qualitatsmanager=quality manager; arbeitsvorbereiter=production planner; disponentin=freight dispatcher; fahrdienstleiter=railroad dispatcher; lokfuhrer=locomotive engineer; triebfahrzeugfuhrer=locomotive engineer; zugbegleiter=train conductor;flugbegleiter=flight attendant; schiffsfuhrer=ship captain; fahrradkurier=courier; umzugshelfer=mover; mullwerker=garbage collector; strassenwarter=highway maintenance worker
soignant=nursing; kinesitherapeute=physical therapist; ergotherapeute=occupational therapist; orthophoniste=speech language pathologist; dentiste=dentist; veterinaire=veterinarian; opticien=optician; ambulancier=emergency medical technician; educateur=special education teacher; institutrice=elementary school teacher; instituteur=elementary school teacher; animateur=recreation worker; nourrice=childcare worker; psychologue=psychologist; chirurgien=surgeon; pompier=firefighter; policier=police officer; gendarme=police officer; juge=judge; greffier=court clerk; huissier=bailiff; bibliothecaire=librarian; journaliste=journalist; photographe=photographer; agriculteur=farmer; jardinier=gardener; paysagiste=landscaper; fleuriste=florist; patissier=pastry baker; poissonnier=fish cutter;charpentier=carpenter; carreleur=tile setter; platrier=plasterer; chauffagiste=heating mechanic; frigoriste=refrigeration mechanic; grutier=crane operator; garagiste=automotive mechanic; carrossier=automotive body repairer; usineur=machinist; tourneur=lathe operator; fraiseur=milling machine operator; ajusteur=machinist; chaudronnier=boilermaker; imprimeur=printing press operator;couturiere=sewing machine operator; chimiste=chemist; biologiste=biologist; chercheur=researcher; statisticien=statistician; actuaire=actuary; auditeur=auditor; courtier=broker; assureur=insurance sales agent; banquier=bank manager; guichetier=bank teller;commerciale=sales representative; televendeur=telemarketer; recruteur=recruiter; recrutement=recruiting; approvisionneur=supply planner; planificateur=planner; ordonnancement=production planning; ordonnanceur=production planner; emballeur=packer; trieur=sorter; facteur=mail carrier; coursier=courier;standardiste=telephone operator; hotesse=receptionist;menage=cleaning;pilote=airline pilot; marin=sailor; cheminot=railroad worker; administrateur=administrator; reseau=network; reseaux=network; systemes=systems;achat=purchasing; vente=sales; sante=health; securite=security; production=production;maintenance=maintenance; usine=plant; atelier=workshop; chantier=construction; travaux=construction; batiment=building
fisioterapeuta=physical therapist; odontologo=dentist; dentista=dentist; veterinario=veterinarian; psicologo=psychologist; cirujano=surgeon; matrona=midwife; celador=orderly; cuidador=caregiver; educador=teacher; ninera=childcare worker; bombero=firefighter; policia=police officer; juez=judge; notario=lawyer; bibliotecario=librarian; periodista=journalist; fotografo=photographer; musico=musician; agricultor=farmer; jardinero=gardener; florista=florist; pastelero=pastry baker; pescadero=fish cutter; lavaplatos=dishwasher; cantinero=bartender; barista=barista; techador=roofer; alicatador=tile setter; yesero=plasterer; cristalero=glazier; gruista=crane operator; tornero=lathe operator; fresador=milling machine operator; chapista=automotive body repairer; impresor=printing press operator; costurera=sewing machine operator; sastre=tailor; quimico=chemist; biologo=biologist; investigador=researcher; estadistico=statistician; actuario=actuary; auditor=auditor; corredor=broker; teleoperador=call center representative; reclutador=recruiter; planificador=planner; empaquetador=packer; cartero=mail carrier; mensajero=courier; chofer=driver;telefonista=telephone operator; limpiadora=cleaner; portero=janitor; piloto=airline pilot; azafata=flight attendant; marinero=sailor; maquinista=locomotive engineer; administrador=administrator; redes=network; sistemas=systems; oficina=office; oficinista=office clerk; sanidad=health; seguridad=security; fabrica=plant; taller=workshop; obra=construction; construccion=construction; tienda=store; supervisor=supervisor; coordinador=coordinator; coordinadora=coordinator; especialista=specialist; medica=physician; ingenieros=engineer; peon=laborer; mecanica=mechanic; tesorero=treasurer; facturacion=billing; impuestos=tax; mercadotecnia=marketing; publicidad=advertising; recepcion=reception
`);
