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
          + "'servers':[{'url':'https://host.example/{v}','description':'TEXT',"
          + "'variables':{'v':{'default':'v1','description':'TEXT'}}}],'x-TEXT':'TEXT',"
          + "'security':[{'TEXT15':[]},{'TEXT16':['TEXT']}],"
          + "'tags':[{'name':'TEXT1','description':'TEXT'}],"
          + "'paths':{'/a/TEXT2/{TEXT3}':{'post':{'tags':['TEXT1'],'operationId':'TEXT4',"
          + "'summary':'TEXT','description':'TEXT','deprecated':true,"
          + "'externalDocs':{'url':'TEXT','description':'TEXT'},'x-TEXT':['TEXT'],"
          + "'parameters':[{'name':'TEXT3','in':'path','required':true,'description':'TEXT',"
          + "'schema':{'type':'string'}},{'name':'TEXT5','in':'query','description':'TEXT',"
          + "'schema':{'type':'string','enum':['TEXT6','other'],'default':'TEXT6'}},"
          + "{'name':'TEXT7','in':'cookie','schema':{'type':'string'}},"
          + "{'name':'X-Plain','in':'header','description':'TEXT','schema':{'type':'string'}}],"
          + "'requestBody':{'description':'TEXT','content':{'multipart/form-data':{'schema':"
          + "{'type':'object','properties':{'TEXT8':{'type':'string','format':'binary',"
          + "'description':'TEXT'},'TEXT9':{'type':'string','description':'TEXT'}}}}}},"
          + "'responses':{'200':{'description':'TEXT','content':{'application/json':{'schema':"
          + "{'$ref':'#/components/schemas/Pet'},'examples':{'TEXT':{'value':'TEXT'}}}}},"
          + "'404':{'description':'TEXT','headers':{'TEXT':{'description':'TEXT'}},"
          + "'links':{'TEXT':{'operationId':'TEXT'}}}}}}},"
          + "'components':{'securitySchemes':{"
          + "'TEXT15':{'type':'apiKey','in':'header','name':'TEXT','description':'TEXT'},"
          + "'TEXT16':{'type':'oauth2','flows':{'implicit':{'authorizationUrl':'TEXT',"
          + "'scopes':{'TEXT':'TEXT'}}}},'TEXT17':{'type':'http','scheme':'TEXT'}},"
          + "'schemas':{'Pet':{'type':'object','title':'TEXT','description':'TEXT',"
          + "'required':['TEXT10'],'properties':{'TEXT10':{'type':'string','description':'TEXT',"
          + "'pattern':'TEXT','example':'TEXT','examples':['TEXT'],'$comment':'TEXT',"
          + "'xml':{'name':'TEXT'},"
          + "'default':'TEXT'},'c':{'const':'TEXT','title':'TEXT'},"
          + "'e':{'type':'string','x-enum-varnames':['TEXT','TEXT'],'x-enum-descriptions':['TEXT','TEXT'],"
          + "'enum':['TEXT11','other'],'description':'TEXT','title':'TEXT'},"
          + "'l':{'type':'array','items':{'type':'string'},'default':['TEXT']},"
          + "'m':{'type':'object','additionalProperties':{'type':'string'},'default':{'TEXT':'TEXT'}},"
          + "'f':{'default':{'TEXT':['TEXT']}},"
          + "'u':{'oneOf':[{'$ref':'#/components/schemas/Cat'},{'$ref':'#/components/schemas/Dog'}],"
          + "'discriminator':{'propertyName':'TEXT12','mapping':{'TEXT13':'#/components/schemas/Cat'}}}}},"
          + "'Cat':{'type':'object','properties':{'TEXT12':{'type':'string'},'x':{'type':'integer'}}},"
          + "'Dog':{'type':'object','properties':{'TEXT12':{'type':'string'},'y':{'type':'integer'}}},"
          + "'TEXT14':{'type':'object','description':'TEXT','properties':{'z':{'type':'string'}}}}}}";

  /** Places of which the generator asks that the text be of a certain form; else it drops it. */
  private static final String CHECKED =
      "{'openapi':'3.0.3','info':{'title':'t','version':'1'},"
          + "'servers':[{'url':'https://host.example/TEXT/{TEXT1}','variables':"
          + "{'TEXT1':{'default':'TEXT','enum':['TEXT']}}}],"
          + "'paths':{'/a/TEXT2/{TEXT3}':{'post':{'operationId':'a','parameters':["
          + "{'name':'TEXT3','in':'path','required':true,'schema':{'type':'string'}},"
          + "{'name':'TEXT4','in':'header','schema':{'type':'string','default':'TEXT'}},"
          + "{'name':'TEXT5','in':'query','style':'TEXT','schema':{'type':'string','format':'TEXT'}}],"
          + "'requestBody':{'content':{'multipart/form-data':{'schema':{'type':'object',"
          + "'properties':{'TEXT6':{'type':'string','format':'binary'},'TEXT7':{'type':'string'}}},"
          + "'encoding':{'TEXT6':{'contentType':'TEXT'},'TEXT7':{'contentType':'TEXT/TEXT'}}}}},"
          + "'responses':{'200':{'description':'d','content':{'TEXT/TEXT':{'schema':"
          + "{'type':'string'}},'application/TEXT+json':{'schema':{'type':'string'}}}},"
          + "'TEXT8':{'description':'d'}}},"
          + "'put':{'operationId':'b','requestBody':{'content':{'application/TEXT':{'schema':"
          + "{'type':'string','format':'binary'}}}},'responses':{'204':{'description':'d'}}}}}}";

  private static final ObjectMapper MAPPER = new ObjectMapper();

  private HostileDocument() {}

  /** The document, with each text made of the place's name. */
  static String with(UnaryOperator<String> text) {
    return fill(TEMPLATE, text);
  }

  /** The same of places whose text has to be of a form. */
  static String withChecked(UnaryOperator<String> text) {
    return fill(CHECKED, text);
  }

  private static String fill(String template, UnaryOperator<String> text) {
    try {
      return fill(MAPPER.readTree(template.replace('\'', '"')), text).toString();
    } catch (JsonProcessingException e) {
      throw new IllegalStateException(e);
    }
  }

  private static JsonNode fill(JsonNode node, UnaryOperator<String> text) {
    if (node.isTextual()) {
      return TextNode.valueOf(fillText(node.asText(), text));
    }
    if (node.isArray()) {
      ArrayNode array = MAPPER.createArrayNode();
      node.forEach(element -> array.add(fill(element, text)));
      return array;
    }
    if (node.isObject()) {
      ObjectNode object = MAPPER.createObjectNode();
      node.properties()
          .forEach(
              entry -> object.set(fillText(entry.getKey(), text), fill(entry.getValue(), text)));
      return object;
    }
    return node;
  }

  private static String fillText(String value, UnaryOperator<String> text) {
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
