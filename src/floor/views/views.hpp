// Views of a list that a person named: a filter, a search, an order, a tab (P14). A list's view is the query of its
// address, so that any list can be saved that keeps its state there.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "base/outcome.hpp"
#include "base/rule.hpp"
#include "floor/visit/route.hpp"
#include "web/html/markup.hpp"
#include "web/html/url.hpp"
#include "web/phrasebook.hpp"

namespace views {

inline constexpr base::Rule rules[] = {
    MANDAT_RULE("P14.saved",
                "A person names the view of a list he looks at, finds it beside the list, and deletes it; nobody else "
                "sees it; a name used again is the new view's"),
};
inline constexpr base::Figure<int> most_views{"P14.most_views", 30};      // of one list, for one person
inline constexpr base::Figure<int> longest_name{"P14.longest_name", 60};  // characters

inline constexpr base::RefusalCode name_missing{base::RefusalKind::invalid, "view.name_missing"};
inline constexpr base::RefusalCode name_too_long{base::RefusalKind::invalid, "view.name_too_long"};
inline constexpr base::RefusalCode too_many{base::RefusalKind::invalid, "view.too_many"};
inline constexpr base::RefusalCode unknown_list{base::RefusalKind::invalid, "view.unknown_list"};
std::span<const web::Sentence> sentences();

using ViewId = base::Id<struct ViewTag>;
struct View {
  ViewId id;
  std::string name;
  std::string query;  // "vue=a-faire&q=lyon"
};

// By name. `list` is the address of the list: "/travaux".
void expect(db::Transaction& tx, identity::AccountId account, std::string_view list);  // that they will be asked for
std::vector<View> of(db::Transaction& tx, identity::AccountId account, std::string_view list);

struct NewView {
  std::string list;  // "/travaux": small letters, digits, dashes and slashes
  std::string name;
  std::string query;  // as in the address; where the page began is left out
};
base::Outcome<View> save(platform::Act& act, identity::AccountId account, const NewView& view);
std::string kept_query(std::string_view query);  // as it is saved: fields alone, from the first page on
void remove(platform::Act& act, identity::AccountId account, ViewId id);  // nothing when it is not his

// The button beside a list's search: the saved views, and a form to save the one shown. `list` as a literal address,
// `current` as url_of(query) gives it.
web::html::Markup menu(const visit::Visit& visit, const std::vector<View>& saved, const web::html::Url& list,
                       const web::html::Url& current);

// POST /vues and POST /vues/suppression
web::Response post_view(visit::Visit& visit);
web::Response post_removal(visit::Visit& visit);
std::span<const visit::Route> routes();

}  // namespace views
