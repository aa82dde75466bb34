import type { Deed } from "../../api";

/** Every deed, so that none can be missing: the order is that of the list to choose from. */
const ORDER: Record<Deed, number> = {
  set_up: 1,
  signed_in: 2,
  sign_in_failed: 3,
  signed_out: 4,
  password_changed: 5,
  invited: 6,
  invitation_withdrawn: 7,
  invitation_accepted: 8,
  owner_made: 9,
  owner_unmade: 10,
  deactivated: 11,
  reactivated: 12,
  account_created: 13,
  account_removed: 14,
  account_restored: 15,
  account_role_given: 16,
  account_role_taken: 17,
  plan_created: 18,
  plan_imported: 19,
  plan_duplicated: 20,
  plan_removed: 21,
  plan_restored: 22,
  code_rotated: 23,
  code_closed: 24,
  guest_joined: 25,
  guest_role_given: 26,
  guest_removed: 27,
  exported: 28,
  version_restored: 29,
  version_removed: 30,
  person_exported: 31,
  person_erased: 32,
};

export const DEEDS = (Object.keys(ORDER) as Deed[]).sort((a, b) => ORDER[a] - ORDER[b]);
