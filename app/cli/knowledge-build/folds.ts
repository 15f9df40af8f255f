import { hashText } from "#app/domain/exposure/title-features.ts";

export const foldCount = 5;

const officeGroups = new Set(["11", "13", "15", "17", "19", "23", "25", "27", "29", "41", "43"]);

/** The fold of an occupation: all its human labels are withheld together. */
export function foldOf(onet: string): number {
  return hashText(onet) % foldCount;
}

/** Management, business, technical, science, law, education, arts, health practice, sales and office groups. */
export function isOffice(onet: string): boolean {
  return officeGroups.has(onet.slice(0, 2));
}
