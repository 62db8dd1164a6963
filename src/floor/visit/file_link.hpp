// A file of any desk as the floor's own pages name it: a link to its page, a value in an address.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "db/database.hpp"
#include "floor/visit/route.hpp"
#include "floor/visit/written.hpp"
#include "web/html/url.hpp"
#include "web/ui/value.hpp"

namespace visit {

// Null when there is no file, no desk knows its kind, nobody is signed in, or his organisation opens no such page.
std::optional<web::html::Url> file_url(const Visit& visit, const platform::FileRef& file);
// A dash when there is no such page.
web::ui::Value file_link(const Visit& visit, const platform::FileRef& file);

// Which of what was written to the actor's organisation may still be shown to him (W14): an answer for each.
std::vector<bool> may_still_read(db::Transaction& tx, const Visit& visit, const std::vector<Written>& written);

// "works.claim-42": how ?dossier= names a file.
std::string to_text(const platform::FileRef& file);
std::optional<platform::FileRef> file_from_text(std::string_view text);

}  // namespace visit
