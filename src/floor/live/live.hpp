// Live pages (P15): a page learns within seconds that what it shows has changed, and reads itself again. Server-sent
// events by short answers (ADR 8): the browser's EventSource asks again every few seconds and tells the last fact it
// knows; nothing is held open, so that workers, drains, balancers and both engines need know nothing of it.
//
// A desk has one route beside each live page, with the page's own permission and scope; it answers with answer(). What
// is told is only that something changed: the page is then read again, within the reader's scope as ever.
#pragma once

#include <cstdint>
#include <functional>
#include <string_view>

#include "base/rule.hpp"
#include "floor/platform/act.hpp"
#include "floor/visit/route.hpp"
#include "web/html/url.hpp"

namespace live {

inline constexpr base::Rule rules[] = {
    MANDAT_RULE("P15",
                "Lists and files say within seconds that they changed and are read again; what a person is typing is "
                "left, and a quiet line offers the new page"),
    MANDAT_RULE("P15.scope", "Nobody learns of a file outside his scope, not even that something changed there"),
    MANDAT_RULE("P15.gone",
                "A page of what left its reader's scope says so, leads back to the list and asks no more; what he "
                "typed stays, and the answer is the same for what never was his"),
};

// Facts younger than this are told the next time: a transaction that began before may still commit with a lower id.
inline constexpr base::Figure<base::seconds> settled_after{"P15.settled_after", base::seconds(1)};
inline constexpr base::Figure<int> asked_every{"P15.asked_every", 4};  // seconds

// visit::Page::live is the address of such a route. The frame adds the latest fact that was settled when the request
// came: what the page shows is at least as new, whichever of the two was read first.
inline constexpr std::string_view known_field = "depuis";

// The same for a page without frame, which names it in its own address.
std::int64_t latest_settled(db::Transaction& tx, base::Instant now);

// The answer to EventSource. `concerns` says of a file that changed whether it is the page's, in the reader's scope; it
// is asked of at most two hundred files, beyond which the page is told to look.
using Concerns = std::function<bool(db::Transaction&, const platform::FileRef&)>;
web::Response answer(visit::Visit& visit, const Concerns& concerns);

// For a page of what no fact tells: whether what it was drawn from, named in its address, is no longer so.
web::Response answer_if(visit::Visit& visit, const std::function<bool(db::Transaction&)>& changed);

// The answer beside the page of what is not in the reader's scope, whether it was before or never (P15.gone): 404,
// which ends what EventSource asks, and with it the words that a page left open then shows. They name nothing of it.
struct Gone {
  std::string_view title;  // "Ce dossier n’est plus dans votre liste"
  std::string_view text;
  std::string_view label;  // of the link that leads on
  web::html::Url url;
};
web::Response gone(const Gone& said);

}  // namespace live
