import type { Compute } from "#app/services/ports/compute.ts";
import type { WordFiles } from "#app/services/ports/word-files.ts";

/** Editable files, written on a thread. */
export function wordFiles(compute: Pick<Compute, "run">): WordFiles {
  return {
    async docx(file) {
      const { bytes } = await compute.run("write-docx", file);
      return bytes;
    },
  };
}
