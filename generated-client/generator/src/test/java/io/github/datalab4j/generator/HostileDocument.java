package io.github.datalab4j.generator;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import java.util.function.UnaryOperator;

/** A document of every construct, with a text of choice wherever it has a text of its own. */
final class HostileDocument {
  /** What stands in the template where a text of choice goes; a number may follow. */
  private static final String PLACE = "TEXT";

  private static final String TEMPLATE =
      "{'openapi':'3.1.0','info':{'title':'TEXT','version':'TEXT','description':'TEXT'},"
          + "'servers':[{'url':'https://host.example/v1','description':'TEXT'}],"
          + "'tags':[{'name':'TEXT1','description':'TEXT'}],"
          + "'paths':{'/a/TEXT2/{TEXT3}':{'post':{'tags':['TEXT1'],'operationId':'TEXT4',"
          + "'summary':'TEXT','description':'TEXT','deprecated':true,"
          + "'parameters':[{'name':'TEXT3','in':'path','required':true,'description':'TEXT',"
          + "'schema':{'type':'string'}},{'name':'TEXT5','in':'query','description':'TEXT',"
          + "'schema':{'type':'string','enum':['TEXT6','other'],'default':'TEXT6'}},"
          + "{'name':'TEXT7','in':'cookie','schema':{'type':'string'}},"
          + "{'name':'X-Plain','in':'header','description':'TEXT','schema':{'type':'string'}}],"
          + "'requestBody':{'description':'TEXT','content':{'multipart/form-data':{'schema':"
          + "{'type':'object','properties':{'TEXT8':{'type':'string','format':'binary',"
          + "'description':'TEXT'},'TEXT9':{'type':'string','description':'TEXT'}}}}}},"
          + "'responses':{'200':{'description':'TEXT','content':{'application/json':{'schema':"
          + "{'$ref':'#/components/schemas/Pet'}}}}}}}},"
          + "'components':{'schemas':{'Pet':{'type':'object','title':'TEXT','description':'TEXT',"
          + "'required':['TEXT10'],'properties':{'TEXT10':{'type':'string','description':'TEXT',"
          + "'default':'TEXT'},'c':{'const':'TEXT','title':'TEXT'},"
          + "'e':{'type':'string','enum':['TEXT11','other'],'description':'TEXT','title':'TEXT'},"
          + "'l':{'type':'array','items':{'type':'string'},'default':['TEXT']},"
          + "'m':{'type':'object','additionalProperties':{'type':'string'},'default':{'TEXT':'TEXT'}},"
          + "'f':{'default':{'TEXT':['TEXT']}},"
          + "'u':{'oneOf':[{'$ref':'#/components/schemas/Cat'},{'$ref':'#/components/schemas/Dog'}],"
          + "'discriminator':{'propertyName':'TEXT12','mapping':{'TEXT13':'#/components/schemas/Cat'}}}}},"
          + "'Cat':{'type':'object','properties':{'TEXT12':{'type':'string'},'x':{'type':'integer'}}},"
          + "'Dog':{'type':'object','properties':{'TEXT12':{'type':'string'},'y':{'type':'integer'}}},"
          + "'TEXT14':{'type':'object','description':'TEXT','properties':{'z':{'type':'string'}}}}}}";

  private static final ObjectMapper MAPPER = new ObjectMapper();

  private HostileDocument() {}

  /** The document, with each text made of the place's name. */
  static String with(UnaryOperator<String> text) {
    try {
      return fill(MAPPER.readTree(TEMPLATE.replace('\'', '"')), text).toString();
    } catch (JsonProcessingException e) {
      throw new IllegalStateException(e);
    }
  }

  private static JsonNode fill(JsonNode node, UnaryOperator<String> text) {
    if (node.isTextual()) {
      return TextNode.valueOf(fill(node.asText(), text));
    }
    if (node.isArray()) {
      ArrayNode array = MAPPER.createArrayNode();
      node.forEach(element -> array.add(fill(element, text)));
      return array;
    }
    if (node.isObject()) {
      ObjectNode object = MAPPER.createObjectNode();
      node.properties()
          .forEach(entry -> object.set(fill(entry.getKey(), text), fill(entry.getValue(), text)));
      return object;
    }
    return node;
  }

  private static String fill(String value, UnaryOperator<String> text) {
    StringBuilder filled = new StringBuilder();
    int from = 0;
    for (int at = value.indexOf(PLACE); at >= 0; at = value.indexOf(PLACE, from)) {
      int end = at + PLACE.length();
      while (end < value.length() && Character.isDigit(value.charAt(end))) {
        end++;
      }
      String made = text.apply(value.substring(at, end));
      filled.append(value, from, at).append(made);
      from = end;
    }
    return filled.append(value.substring(from)).toString();
  }
}
