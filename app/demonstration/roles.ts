/** A row of Kestrel Freight's roster; pay is one person's for a year, before tax. Absent where the company has not said. */
export type DemonstrationRole = {
  readonly title: string;
  readonly headcount: number;
  readonly annualPay?: number;
  readonly currency?: string;
  readonly country: string;
  readonly site: string;
  readonly department: string;
  readonly level: string;
  readonly context?: string;
};

/** 340 people under 42 titles at three sites, as a roster would list them. */
export const roles: readonly DemonstrationRole[] = [
  { title: "Warehouse operative", headcount: 62, annualPay: 31200, currency: "EUR", country: "DE", site: "Hamburg", department: "Warehouse", level: "staff" },
  { title: "Forklift driver", headcount: 22, annualPay: 33800, currency: "EUR", country: "DE", site: "Hamburg", department: "Warehouse", level: "staff" },
  { title: "Warehouse shift supervisor", headcount: 6, annualPay: 44500, currency: "EUR", country: "DE", site: "Hamburg", department: "Warehouse", level: "lead" },
  { title: "Material handler", headcount: 34, annualPay: 41600, currency: "USD", country: "US-IL", site: "Joliet", department: "Warehouse", level: "staff" },
  { title: "Shipping and receiving clerk", headcount: 9, annualPay: 43200, currency: "USD", country: "US-IL", site: "Joliet", department: "Warehouse", level: "staff" },
  { title: "Inventory control specialist", headcount: 5, annualPay: 52400, currency: "USD", country: "US-IL", site: "Joliet", department: "Warehouse", level: "staff" },
  { title: "Warehouse associate", headcount: 18, annualPay: 47800, currency: "CAD", country: "CA-ON", site: "Mississauga", department: "Warehouse", level: "staff" },
  { title: "Warehouse manager", headcount: 3, annualPay: 71500, currency: "EUR", country: "DE", site: "Hamburg", department: "Warehouse", level: "manager" },
  { title: "Truck driver, class A", headcount: 28, annualPay: 61500, currency: "USD", country: "US-IL", site: "Joliet", department: "Transport", level: "staff" },
  { title: "Kraftfahrer Nahverkehr", headcount: 16, annualPay: 36400, currency: "EUR", country: "DE", site: "Hamburg", department: "Transport", level: "staff" },
  { title: "Delivery driver", headcount: 10, annualPay: 49500, currency: "CAD", country: "CA-ON", site: "Mississauga", department: "Transport", level: "staff" },
  { title: "Fleet manager", headcount: 2, annualPay: 68000, currency: "EUR", country: "DE", site: "Hamburg", department: "Transport", level: "manager" },
  { title: "Diesel mechanic", headcount: 5, annualPay: 63800, currency: "USD", country: "US-IL", site: "Joliet", department: "Transport", level: "staff" },
  { title: "Dispatcher", headcount: 12, annualPay: 46800, currency: "EUR", country: "DE", site: "Hamburg", department: "Dispatch", level: "staff", context: "Plans tours, assigns vehicles, talks to drivers and customers about delays" },
  { title: "Load planner", headcount: 5, annualPay: 55200, currency: "USD", country: "US-IL", site: "Joliet", department: "Dispatch", level: "staff" },
  { title: "Route planner", headcount: 4, annualPay: 58600, currency: "CAD", country: "CA-ON", site: "Mississauga", department: "Dispatch", level: "staff" },
  { title: "Head of dispatch", headcount: 1, annualPay: 78000, currency: "EUR", country: "DE", site: "Hamburg", department: "Dispatch", level: "manager" },
  { title: "Customs clerk", headcount: 7, annualPay: 42900, currency: "EUR", country: "DE", site: "Hamburg", department: "Customs", level: "staff", context: "Prepares import and export declarations, classifies goods by tariff" },
  { title: "Licensed customs broker", headcount: 3, annualPay: 83500, currency: "USD", country: "US-IL", site: "Joliet", department: "Customs", level: "specialist" },
  { title: "Freight forwarder", headcount: 8, annualPay: 45600, currency: "EUR", country: "DE", site: "Hamburg", department: "Forwarding", level: "staff", context: "Arranges sea and air freight, quotes, bills of lading" },
  { title: "Freight forwarding coordinator", headcount: 4, annualPay: 56900, currency: "CAD", country: "CA-ON", site: "Mississauga", department: "Forwarding", level: "staff" },
  { title: "Customer service representative", headcount: 17, annualPay: 38400, currency: "EUR", country: "DE", site: "Hamburg", department: "Customer service", level: "staff", context: "Answers track-and-trace questions, books pick-ups, handles complaints" },
  { title: "Customer service agent", headcount: 8, annualPay: 44100, currency: "USD", country: "US-IL", site: "Joliet", department: "Customer service", level: "staff" },
  { title: "Customer service team lead", headcount: 2, annualPay: 52800, currency: "EUR", country: "DE", site: "Hamburg", department: "Customer service", level: "lead" },
  { title: "Claims adjuster, cargo", headcount: 3, annualPay: 62300, currency: "USD", country: "US-IL", site: "Joliet", department: "Customer service", level: "specialist" },
  { title: "Key account manager", headcount: 6, annualPay: 69500, currency: "EUR", country: "DE", site: "Hamburg", department: "Sales", level: "specialist" },
  { title: "Inside sales representative", headcount: 5, annualPay: 57200, currency: "USD", country: "US-IL", site: "Joliet", department: "Sales", level: "staff" },
  { title: "Marketing specialist", headcount: 2, annualPay: 51600, currency: "EUR", country: "DE", site: "Hamburg", department: "Sales", level: "specialist" },
  { title: "Accounts payable clerk", headcount: 6, annualPay: 40800, currency: "EUR", country: "DE", site: "Hamburg", department: "Finance", level: "staff" },
  { title: "Billing specialist", headcount: 4, annualPay: 47600, currency: "USD", country: "US-IL", site: "Joliet", department: "Finance", level: "staff" },
  { title: "Financial controller", headcount: 2, annualPay: 84000, currency: "EUR", country: "DE", site: "Hamburg", department: "Finance", level: "specialist" },
  { title: "Chief financial officer", headcount: 1, annualPay: 148000, currency: "EUR", country: "DE", site: "Hamburg", department: "Finance", level: "executive" },
  { title: "IT support technician", headcount: 4, annualPay: 49800, currency: "EUR", country: "DE", site: "Hamburg", department: "IT", level: "staff" },
  { title: "Software developer", headcount: 3, annualPay: 72400, currency: "EUR", country: "DE", site: "Hamburg", department: "IT", level: "specialist" },
  { title: "Data analyst", headcount: 2, annualPay: 74800, currency: "CAD", country: "CA-ON", site: "Mississauga", department: "IT", level: "specialist" },
  { title: "Information security officer", headcount: 1, annualPay: 88000, currency: "EUR", country: "DE", site: "Hamburg", department: "IT", level: "specialist" },
  { title: "HR business partner", headcount: 2, annualPay: 66500, currency: "EUR", country: "DE", site: "Hamburg", department: "HR", level: "specialist" },
  { title: "Recruiter", headcount: 2, annualPay: 61800, currency: "USD", country: "US-IL", site: "Joliet", department: "HR", level: "staff", context: "Posts jobs, screens applications, schedules interviews" },
  { title: "Payroll specialist", headcount: 2, annualPay: 48900, currency: "EUR", country: "DE", site: "Hamburg", department: "HR", level: "staff" },
  { title: "Occupational safety coordinator", headcount: 2, country: "CA-ON", site: "Mississauga", department: "Operations", level: "specialist" },
  { title: "Continuous improvement champion", headcount: 1, country: "DE", site: "Hamburg", department: "Operations", level: "specialist" },
  { title: "Managing director", headcount: 1, annualPay: 162000, currency: "EUR", country: "DE", site: "Hamburg", department: "Management", level: "executive" },
];
