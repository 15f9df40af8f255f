import { catalogue } from "../catalogue.ts";

/** The letters that accounts and invitations send. Plain text: a letter with one link needs no more. */
export const accountMailsText = catalogue({
  greeting: "Hello {name},",
  greetingAll: "Hello,",
  confirmSubject: "Confirm your address for Groundwork",
  confirm: "open this link within 24 hours to confirm your address and sign in:",
  confirmWhy:
    "Somebody, probably you, signed up with this address. If it was not you, ignore this letter: nothing happens.",
  takenSubject: "You already have an account with Groundwork",
  taken: "somebody, probably you, tried to sign up with this address, which has an account already. Sign in here:",
  takenWhy: "If you do not know your password any more, set a new one here: {link}",
  resetSubject: "Set a new password for Groundwork",
  reset: "open this link within an hour to set a new password:",
  resetWhy: "The link works once. If you did not ask for it, ignore this letter: your password stays as it is.",
  inviteSubject: "{inviter} invites you to {organization} on Groundwork",
  invite: "{inviter} invites you to {organization} on Groundwork, as {role}. Open this link within 7 days to accept:",
  inviteWhy: "The link works once, for the address this letter was sent to.",
});
