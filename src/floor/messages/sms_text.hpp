// SMS text (3GPP TS 23.038): GSM-7 takes 160 units alone, 153 a segment when several are joined; UCS-2 70 and 67.
#pragma once

#include <string>
#include <string_view>

namespace messages {

enum class SmsAlphabet { gsm7, as_written };  // as_written: accents are kept, and cost segments

struct SmsSize {
  bool gsm7;     // false: some character needs UCS-2 for the whole text
  int units;     // septets (€ { } [ ] ~ \ | ^ take two), or UTF-16 code units
  int segments;  // 0 for an empty text; no pair is cut in two
};
SmsSize sms_size(std::string_view utf8);

// French text within GSM-7: à é è ù and Ç stay; ê becomes e, ç c, œ oe, guillemets and apostrophes straight ones,
// no-break spaces plain ones; what nothing stands for becomes '?'.
std::string to_gsm7(std::string_view utf8);

}  // namespace messages
