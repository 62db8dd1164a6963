#include "desks/credit/papers.hpp"

namespace credit {

web::Response pdf_download(std::string_view name, std::string pdf) {
  web::Response response;
  response.body = std::move(pdf);
  response.header("Content-Type", "application/pdf")
      .header("Content-Disposition", "attachment; filename=\"" + std::string(name) + ".pdf\"")
      .header("X-Content-Type-Options", "nosniff")
      .header("Cache-Control", "private, no-store");
  return response;
}

}  // namespace credit
