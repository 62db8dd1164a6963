// What the confined child found of a file: its exit status.
#pragma once

namespace documents {

enum class Verdict {
  sound = 0,
  damaged = 10,
  encrypted = 11,
  active = 12,  // scripts, actions, attached files
  too_many_pixels = 13,
  too_large = 14,  // once written again
  store_full = 15,
  not_checked = 16,  // no fault of the file: no child could be started, confined, or was given the time
};

}  // namespace documents
