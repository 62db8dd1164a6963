// Files as people would upload them, honest ones and others.
#pragma once

#include <filesystem>
#include <string>
#include <string_view>
#include <vector>

#include "web/http.hpp"

namespace support {

std::string sample_pdf(std::string_view text = "Devis");  // one page; `text` is ASCII without parentheses
std::string sample_jpeg(int width = 64, int height = 48);
std::string sample_png(int width = 64, int height = 48);
std::string sample_webp(int width = 64, int height = 48);

std::string pdf_of(const std::vector<std::string>& objects);  // numbered from 1; the first is the catalog
// One page (objects 1 to 4) and what is given: entries of its catalog ("/OpenAction 5 0 R"), objects from 5 on.
std::string pdf_with(std::string_view catalog_entries, const std::vector<std::string>& objects = {});
std::string encrypted_pdf(const std::string& password_to_open);  // AES-256; printing needs another one

// With an Exif block that says how to turn the image (1 to 8) and, for a JPEG, holds the word "GPS".
std::string turned_jpeg(int orientation, int width = 64, int height = 48);
std::string turned_png(int orientation, int width = 64, int height = 48);
std::string png_announcing(int width, int height);  // a header, and no pixel

// In a temporary file of `folder`, removed with the object, as the kernel leaves it.
web::UploadedFile uploaded(std::string_view field, std::string_view filename, std::string_view bytes,
                           const std::filesystem::path& folder);

}  // namespace support
