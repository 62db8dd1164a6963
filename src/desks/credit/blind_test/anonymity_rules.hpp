// What would tell an underwriter who the client is, in the words a broker writes for him.
#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "base/rule.hpp"

namespace credit::blind_test {

inline constexpr base::Rule anonymity_rules[] = {
    MANDAT_RULE(
        "C5.note",
        "The note of an anonymous test holds neither the client's name nor the word that is its own in it, nor "
        "its SIREN, its contact's name, address, mail domain or telephone; a name of three letters or fewer is found "
        "as a word of its own"),
};

struct Client {
  std::string_view company, siren, contact, email, phone;  // empty: not known; the phone as E.164
};

// The first clue found in the text, as the client has it; null: it tells nothing.
std::optional<std::string> clue_in(std::string_view text, const Client& client);

}  // namespace credit::blind_test
