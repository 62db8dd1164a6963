// When news leaves: at once, with what follows within minutes, or in the morning's digest (P5). Pure.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/rule.hpp"
#include "base/time.hpp"

namespace messages {

inline constexpr base::Rule grouping_rules[] = {
    MANDAT_RULE("P5.grouped",
                "News for one person leaves at once, then what follows within ten minutes in one mail; what "
                "asks for a decision never waits"),
    MANDAT_RULE("P5.digest", "A person may choose one mail a day, at eight in Paris, or the portal alone"),
};

inline constexpr base::Figure<base::Duration> grouping_window{"P5.grouping_window", base::minutes{10}};
inline constexpr base::Figure<base::hours> digest_hour{"P5.digest_hour", base::hours(8)};  // Paris

enum class NewsChoice {
  mail,    // as it happens, grouped over minutes
  digest,  // once a day
  portal,  // no mail
};
std::string_view to_text(NewsChoice choice);
std::optional<NewsChoice> news_choice_from_text(std::string_view text);

// When news of `now` leaves, the last mail of news to this address having left at `last`. Null: by no mail.
std::optional<base::Instant> news_due(NewsChoice choice, base::Instant now, std::optional<base::Instant> last);

struct News {
  std::string subject, body;
};
// The one mail that several pieces of news leave in; a single one keeps its own subject.
News one_mail_of(const std::vector<News>& news);

}  // namespace messages
