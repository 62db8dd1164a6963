#include "floor/visit/sheet.hpp"

#include "floor/visit/page.hpp"
#include "web/ui/card.hpp"

namespace visit {

web::Response sheet_page(Visit& visit, std::string_view title, std::string_view lead, const web::html::Markup& body,
                         int status) {
  return plain_page(visit, {.title = std::string(title),
                            .body = web::ui::sheet(title, lead, body),
                            .status = status,
                            .width = web::ui::Frame::Width::reading});
}

}  // namespace visit
