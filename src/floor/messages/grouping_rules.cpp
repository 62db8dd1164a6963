#include "floor/messages/grouping_rules.hpp"

#include <algorithm>

#include "base/assert.hpp"
#include "base/french.hpp"
#include "base/words.hpp"

namespace messages {
namespace {

constexpr base::Word<NewsChoice> words[] = {
    {NewsChoice::mail, "mail", "Par e-mail, au fur et à mesure"},
    {NewsChoice::digest, "digest", "Par un e-mail chaque matin"},
    {NewsChoice::portal, "portal", "Dans Mandat seulement"},
};

base::Instant next_digest(base::Instant now) {
  const auto today = base::paris::day_of(now);
  const auto at = [](base::Day day) { return base::paris::at(day, static_cast<int>(digest_hour.value().count()), 0); };
  return at(today) > now ? at(today) : at(today + 1);
}

}  // namespace

std::string_view to_text(NewsChoice choice) { return base::word_of(words, choice).text; }
std::optional<NewsChoice> news_choice_from_text(std::string_view text) { return base::value_of(words, text); }

std::optional<base::Instant> news_due(NewsChoice choice, base::Instant now, std::optional<base::Instant> last) {
  switch (choice) {
    case NewsChoice::mail:
      return last ? std::max(now, *last + grouping_window.value()) : now;
    case NewsChoice::digest:
      return next_digest(now);
    case NewsChoice::portal:
      break;
  }
  return std::nullopt;
}

News one_mail_of(const std::vector<News>& news) {
  MANDAT_ASSERT(!news.empty());
  if (news.size() == 1) return {news.front().subject, "Bonjour,\n\n" + news.front().body};
  const auto count = static_cast<std::int64_t>(news.size());
  News mail{base::french::plural(count, "nouvelle", "nouvelles") + " de vos dossiers", "Bonjour,"};
  for (const News& one : news) mail.body += "\n\n• " + one.subject + "\n" + one.body;
  return mail;
}

}  // namespace messages
