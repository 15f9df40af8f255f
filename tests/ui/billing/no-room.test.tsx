import { expect, test } from "vitest";
import { NoRoomNotice } from "#app/ui/billing/no-room.tsx";
import { render, textIn } from "#tests/ui/render.tsx";

test("a reached limit is said with the plan's name and a link to where it is changed", async () => {
  const html = await render(
    <NoRoomNotice allowance="members" plan="Free" limit={3} used={3} workspace="kestrel-freight" />,
  );
  expect(textIn(html)).toContain("The Free plan has room for 3 members, and 3 belong already.");
  expect(html).toContain('href="/o/kestrel-freight/settings/billing"');
});

test("who acts in no workspace of the practice is not sent to a page that is closed to them", async () => {
  const html = await render(
    <NoRoomNotice allowance="client-workspaces" plan="Team" limit={0} used={1} workspace={null} />,
  );
  expect(textIn(html)).toContain("The Team plan has room for 0 client workspaces, and your practice has 1.");
  expect(html).not.toContain("href");
});
