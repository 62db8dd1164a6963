// Why a repairer may not see a file, and what the firm's SIRET looks like (M30). Pure.
#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "base/outcome.hpp"
#include "base/rule.hpp"

namespace motor::help {

inline constexpr base::Rule help_rules[] = {
    MANDAT_RULE("M30", "The help says why a file may be missing, and takes a message to the firm, which answers it"),
    MANDAT_RULE("M30.diagnosis",
                "The self-diagnosis shows each establishment with the files seen there, and the files of other "
                "establishments of his SIREN at the firms that have confirmed it: their number, never what is in them"),
    MANDAT_RULE("M30.typo",
                "A SIRET among the firm's files that differs from his by two digits at most, or by two neighbours "
                "exchanged, is told to the firm beside his message, never to him"),
};

inline constexpr base::Figure<int> most_waiting{"M30.most_waiting", 10};          // messages of a repairer to one firm
inline constexpr base::Figure<int> longest_message{"M30.longest_message", 2000};  // characters
inline constexpr base::Figure<int> longest_about{"M30.longest_about", 60};        // characters

inline constexpr base::RefusalCode nothing_said{base::RefusalKind::invalid, "motor.help.nothing_said"};
inline constexpr base::RefusalCode too_long{base::RefusalKind::invalid, "motor.help.too_long"};  // {0}: characters
inline constexpr base::RefusalCode too_many{base::RefusalKind::conflict, "motor.help.too_many"};
inline constexpr base::RefusalCode firm_missing{base::RefusalKind::invalid, "motor.help.firm_missing"};
inline constexpr base::RefusalCode answer_missing{base::RefusalKind::invalid, "motor.help.answer_missing"};
inline constexpr base::RefusalCode answered{base::RefusalKind::conflict, "motor.help.answered"};
inline constexpr base::RefusalCode unknown{base::RefusalKind::not_found, "motor.help.unknown"};

// How a SIRET of a firm's file resembles a repairer's own.
enum class Likeness {
  none,
  same,        // his own: its attachment is not confirmed
  same_siren,  // another establishment of his
  swapped,     // two neighbouring digits exchanged
  few_digits,  // one or two digits differ
};
Likeness likeness(std::string_view siret, std::string_view own);
constexpr bool probable_typo(Likeness likeness) {
  return likeness == Likeness::swapped || likeness == Likeness::few_digits;
}
std::string_view to_text(Likeness likeness);
std::optional<Likeness> likeness_from_text(std::string_view text);
std::string_view label(Likeness likeness);  // "deux chiffres voisins sont inversés"

// What was typed, ready to be sent: a message, or at least the file it is about.
struct Asked {
  std::string about, said;
};
base::Outcome<Asked> read(std::string_view about, std::string_view said);

}  // namespace motor::help
