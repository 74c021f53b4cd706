#ifndef QUANDIAN_LIBXML2_SHIM_H
#define QUANDIAN_LIBXML2_SHIM_H

#include <libxml/parser.h>
#include <libxml/relaxng.h>
#include <libxml/tree.h>
#include <libxml/xmlerror.h>
#include <libxml/xmlreader.h>
#include <libxml/xmlschemas.h>

#endif
