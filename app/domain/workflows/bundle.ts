import type { ExposureAssessment, RoleExposure } from "#app/domain/exposure/exposure-assessment.ts";
import type { Estimate } from "#app/domain/kernel/estimate.ts";
import type { Role } from "#app/domain/workforce/role.ts";

/** One kind of activity over all roles that do it: the unit that is redesigned. */
export type Bundle = {
  /** The activity's id. */
  readonly id: string;
  readonly title: string;
  readonly roles: readonly {
    readonly id: string;
    readonly title: string;
    readonly soc: string | null;
    readonly headcount: number;
    readonly hours: number;
  }[];
  /** Working hours a year in all. */
  readonly hours: number;
  /** Shares of those hours, 80 % intervals. */
  readonly automatable: Estimate;
  readonly augmentable: Estimate;
  readonly human: Estimate;
  /** Circumstances that at least half of the hours are under. */
  readonly licensedSignOff: boolean;
  readonly highErrorCost: boolean;
  readonly confidentialData: boolean;
};

/** The bundles with most exposed hours, most first. Only activities that move a role's score are known well enough. */
export function bundlesOf(exposure: ExposureAssessment, roles: readonly Role[], most: number): Bundle[] {
  const gates = new Map<string, Role["gates"]>(roles.map((role) => [role.id, role.gates]));
  const parts = new Map<string, { title: string; members: { role: RoleExposure; at: number }[] }>();
  for (const role of exposure.roles) {
    if (!role.assessable) continue;
    for (const [at, driver] of role.drivers.entries()) {
      const part = parts.get(driver.activity) ?? { title: driver.label, members: [] };
      part.members.push({ role, at });
      parts.set(driver.activity, part);
    }
  }
  const bundles = [...parts].map(([id, { title, members }]): Bundle => {
    const weighed = members.flatMap(({ role, at }) => {
      const driver = role.drivers[at];
      return driver === undefined ? [] : [{ role, driver, hours: role.hours * driver.weight }];
    });
    const hours = weighed.reduce((sum, member) => sum + member.hours, 0);
    const mean = (share: "automatable" | "augmentable" | "human"): Estimate => {
      const end = (key: keyof Estimate) =>
        hours === 0 ? 0 : weighed.reduce((sum, member) => sum + member.hours * member.driver[share][key], 0) / hours;
      return { value: end("value"), low: end("low"), high: end("high") };
    };
    const under = (name: "licensedSignOff" | "highErrorCost" | "confidentialData") =>
      weighed.reduce((sum, m) => sum + (gates.get(m.role.id)?.[name] === true ? m.hours : 0), 0) >= hours / 2;
    return {
      id,
      title,
      roles: weighed.map((member) => ({
        id: member.role.id,
        title: member.role.title,
        soc: member.role.match?.soc ?? null,
        headcount: member.role.headcount,
        hours: member.hours,
      })),
      hours,
      automatable: mean("automatable"),
      augmentable: mean("augmentable"),
      human: mean("human"),
      licensedSignOff: under("licensedSignOff"),
      highErrorCost: under("highErrorCost"),
      confidentialData: under("confidentialData"),
    };
  });
  const exposed = (bundle: Bundle) => bundle.hours * (bundle.automatable.value + bundle.augmentable.value);
  return bundles.sort((a, b) => exposed(b) - exposed(a) || (a.id < b.id ? -1 : 1)).slice(0, most);
}
