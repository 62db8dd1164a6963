#include "floor/sms_templates/sms_templates_rules.hpp"

#include <algorithm>

#include "base/text.hpp"
#include "base/utf8.hpp"

namespace sms_templates {

namespace {

// "{chantier}" at the start of `text`, without its braces; null when the brace is never closed.
std::optional<std::string_view> name_at(std::string_view text) {
  const auto close = text.find_first_of("{}", 1);
  if (close == std::string_view::npos || text[close] == '{') return std::nullopt;
  return text.substr(1, close - 1);
}

std::optional<base::Refusal> brace_fault(const Template& sms, std::string_view text) {
  for (auto at = text.find_first_of("{}"); at != std::string_view::npos; at = text.find_first_of("{}", at)) {
    const auto name = text[at] == '{' ? name_at(text.substr(at)) : std::nullopt;
    if (!name) return base::Refusal{open_brace, "texte"};
    const bool known = std::any_of(sms.variables.begin(), sms.variables.end(),
                                   [&](const Variable& variable) { return variable.name == *name; });
    if (!known) return base::Refusal{unknown_variable, "texte", {"{" + std::string(*name) + "}"}};
    at += name->size() + 2;
  }
  return std::nullopt;
}

std::string braced(std::string_view name) { return "{" + std::string(name) + "}"; }

// A value is text: braces in it must not be filled in their turn.
std::string without_braces(std::string text) {
  std::replace(text.begin(), text.end(), '{', '(');
  std::replace(text.begin(), text.end(), '}', ')');
  return text;
}

// The values, those of them that have a shorter one by it.
Values briefly(Values values, const Values& shorter) {
  for (auto& [name, text] : values)
    for (const auto& [known, brief] : shorter)
      if (known == name) text = brief;
  return values;
}

Wording said(const Wording& wording, const Values& values) { return {filled(wording.text, values), wording.alphabet}; }

bool fits(const Template& sms, const Wording& made) {
  return messages::sms_size(example(sms, made)).segments <= most_segments.value();
}

bool stops(char c) { return c == ' ' || c == ',' || c == ';' || c == '-' || c == '+'; }

}  // namespace

std::string shortened(std::string_view text, std::size_t most) {
  MANDAT_ASSERT(most > 1);
  if (base::count_code_points(text) <= most) return std::string(text);
  std::size_t end = 0, word = 0;
  for (std::size_t points = 0; points + 1 < most; ++points) {
    if (text[end] == ' ') word = end;
    end += base::decode_utf8(text, end).length;
  }
  if (text[end] == ' ') word = end;
  std::string kept(text.substr(0, word * 2 >= end ? word : end));
  while (!kept.empty() && stops(kept.back())) kept.pop_back();
  return kept + "…";
}

Wording fitted(const Template& sms, const Wording& wording, const Values& values, const Values& shorter) {
  Wording whole = said(wording, values);
  if (fits(sms, whole)) return whole;
  const Values least = briefly(values, shorter);
  Wording brief = said(wording, least);
  return fits(sms, brief) ? brief : said({std::string(sms.text)}, least);
}

std::string filled(std::string_view text, const Values& values) {
  std::string made;
  for (std::size_t at = 0; at < text.size();) {
    const auto name = text[at] == '{' ? name_at(text.substr(at)) : std::nullopt;
    const auto value =
        std::find_if(values.begin(), values.end(), [&](const auto& pair) { return name && pair.first == *name; });
    if (value == values.end()) {
      made += text[at++];
      continue;
    }
    made += without_braces(value->second);
    at += name->size() + 2;
  }
  return made;
}

std::string example(const Template& sms, const Wording& wording) {
  Values values;
  for (const Variable& variable : sms.variables) values.emplace_back(variable.name, variable.example);
  const std::string text = filled(wording.text, values);
  return wording.alphabet == messages::SmsAlphabet::gsm7 ? messages::to_gsm7(text) : text;
}

base::Outcome<Wording> checked(const Template& sms, Wording typed) {
  typed.text = base::squeeze(typed.text);
  if (typed.text.empty()) return base::Refusal{text_missing, "texte"};
  if (!base::valid_utf8(typed.text) || base::has_control_characters(typed.text))
    return base::Refusal{bad_characters, "texte"};
  if (auto fault = brace_fault(sms, typed.text)) return *std::move(fault);
  for (const Variable& variable : sms.variables)
    if (variable.need == Variable::Need::kept && typed.text.find(braced(variable.name)) == std::string::npos)
      return base::Refusal{variable_missing, "texte", {braced(variable.name)}};
  const messages::SmsSize size = messages::sms_size(example(sms, typed));
  if (size.segments > most_segments.value())
    return base::Refusal{
        too_long,
        "texte",
        {std::to_string(size.segments), std::to_string(most_segments.value()), size.gsm7 ? "GSM-7" : "UCS-2"}};
  return typed;
}

}  // namespace sms_templates
