// What a colour means; every use carries the same meaning in words.
#pragma once

#include <string_view>

namespace web::ui {

enum class Tone {
  neutral,  // a fact
  info,     // under way
  warn,     // waits for someone, or soon late
  good,     // done, accepted
  bad,      // late, refused, wrong
  mute,     // over, no longer counts
};

constexpr std::string_view tone_class(Tone tone) {
  switch (tone) {
    case Tone::neutral:
      return "tone-neutral";
    case Tone::info:
      return "tone-info";
    case Tone::warn:
      return "tone-warn";
    case Tone::good:
      return "tone-good";
    case Tone::bad:
      return "tone-bad";
    case Tone::mute:
      return "tone-mute";
  }
  return {};
}

}  // namespace web::ui
