// What is new, said at the top of the list until it is put away (M13); it also stands among the notifications.
#pragma once

#include <string>
#include <vector>

#include "desks/motor/file/file_list.hpp"
#include "floor/visit/route.hpp"
#include "web/html/markup.hpp"

namespace motor::list {

inline constexpr base::Rule banner_rules[] = {
    MANDAT_RULE("M13",
                "New documents are told on opening by type and file, until put away; they stay among the "
                "notifications, and as NEW in the list"),
};

struct Banner {
  struct News {
    FileId file;
    std::string reference;
    std::string document;  // its type, "Rapport provisoire"
  };
  std::vector<News> news;
  bool more = false;
};
Banner banner_of(const std::vector<file::Line>& news);
web::html::Markup banner_notice(const visit::Visit& visit, const Banner& banner);  // nothing when there is no news

}  // namespace motor::list
