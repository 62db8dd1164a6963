// The text of an SMS with what varies in it. A desk writes its own; administrators may change the words (P5.sms_text).
#pragma once

#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "floor/messages/sms_text.hpp"

namespace sms_templates {

struct Variable {
  std::string_view name;     // "chantier": {chantier} in the text
  std::string_view meaning;  // "métiers et commune"
  std::string_view example;
  // The reader can do nothing without it: it must stay in the text.
  enum class Need { free, kept } need = Need::free;
};

struct Template {
  std::string_view key;    // "works.request"
  std::string_view label;  // "Demande de chantier"
  std::string_view sent;   // when and to whom
  std::string_view text;   // the desk's own
  std::span<const Variable> variables;
};

struct Wording {
  std::string text;
  messages::SmsAlphabet alphabet = messages::SmsAlphabet::gsm7;
};

using Values = std::vector<std::pair<std::string_view, std::string>>;

// {lien} and {code} are not known before the SMS leaves: they stay as they are unless given here.
std::string filled(std::string_view text, const Values& values);
// With the example of each variable, as it would leave.
std::string example(const Template& sms, const Wording& wording);

}  // namespace sms_templates
