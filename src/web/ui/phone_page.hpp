// The page a tradesman opens on a roof: one screen, no script, its own small style sheet; HTML and CSS under 15 kB.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "web/html/markup.hpp"
#include "web/html/url.hpp"
#include "web/ui/card.hpp"
#include "web/ui/form.hpp"
#include "web/ui/tone.hpp"

namespace web::ui::phone {

html::Markup page(std::string_view title, const html::Markup& body);

html::Markup heading(std::string_view over, std::string_view title, std::string_view under);
html::Markup quote(std::string_view text);  // « … », what someone wrote
html::Markup deadline(std::string_view lead, base::Instant at,
                      base::Instant now);  // "Répondre avant lun. 23 nov., 09:12"
html::Markup facts(const std::vector<Fact>& facts);
html::Markup notice(Tone tone, std::string_view title, std::string_view text);
html::Markup note(std::string_view text);  // small print

struct Photo {
  html::Url thumbnail;
  html::Url full;
  std::string alt;
};
html::Markup photos(const std::vector<Photo>& photos);  // loaded lazily, apart from the page

struct Choice {
  std::string value;
  std::string label;
};
// None preselected: an answer is always an act of the person (P7).
html::Markup choices(std::string_view name, std::string_view legend, const std::vector<Choice>& choices,
                     std::string_view error);

struct AnswerForm {
  html::Url action;
  std::string csrf_token = {};  // empty where no session exists: the link itself is the secret
  std::string submit;
};
html::Markup form(const AnswerForm& form, const html::Markup& fields);

}  // namespace web::ui::phone
